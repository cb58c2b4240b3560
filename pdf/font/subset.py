"""Makes NotoSansCJKsc-Subset.ttf anew: subset.py NotoSansCJK-Regular.ttc LIST OUT.ttf

Needs fonttools. LIST is a text file that holds the 8,105 characters of the 通用规范汉字表 in any layout.
"""

import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, newTable

SIGNS = (
    "‐‑–—―‖‘’‚“”„†‡•…‰′″※℃№℡€™←↑→↓↖↗↘↙∀∈∏∑√∞∠∥∧∨∩∪∫∴∵≈≠≡≤≥■□▲△▼▽○◎●◆◇★☆♀♂✓❶㊣㎏㎜㎝㎞㎡㏄〇￥￠￡"
)
RANGES = [
    (0x20, 0x7F), (0xA0, 0x100), (0x391, 0x3CA), (0x2160, 0x216C), (0x2170, 0x217A),
    (0x2460, 0x249C), (0x2500, 0x2580), (0x3000, 0x3040), (0x3220, 0x322A), (0xFF01, 0xFF5F),
]  # fmt: skip
TOLERANCE = 2.0  # units of the em; the em has 1000


def wanted(listing):
    chars = {ord(c) for c in SIGNS}
    for first, past in RANGES:
        chars |= set(range(first, past))
    for lead in range(0xB0, 0xF8):
        for trail in range(0xA1, 0xFF):
            chars |= {ord(c) for c in bytes([lead, trail]).decode("gb2312", "ignore")}
    with open(listing, encoding="utf-8") as f:
        chars |= {ord(c) for c in f.read() if "\u3400" <= c <= "\u9fff" or c >= "\U00020000"}
    return chars


def main(source, listing, out):
    fonts = TTCollection(source, lazy=True).fonts
    font = next(f for f in fonts if f["name"].getDebugName(1) == "Noto Sans CJK SC")
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True, desubroutinize=True)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "STAT"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    cut = subset.Subsetter(options)
    cut.populate(unicodes=wanted(listing) & font.getBestCmap().keys())
    cut.subset(font)

    outlines, order, cmap = font.getGlyphSet(), font.getGlyphOrder(), font.getBestCmap()
    glyphs = {}

    def draw(name, parts):
        pen = TTGlyphPen(None)
        for part, transform in parts:
            outlines[part].draw(TransformPen(Cu2QuPen(pen, TOLERANCE, reverse_direction=True), transform))
        glyphs[name] = pen.glyph()

    same = (1, 0, 0, 1, 0, 0)
    for name in order:
        draw(name, [(name, same)])
    box, check = cmap[0x25A1], cmap[0x221A]
    composed = {"box": (0x2610, [(box, same)]), "boxcheck": (0x2611, [(box, same), (check, (0.72, 0, 0, 0.72, 140, 105))])}
    for name, (code, parts) in composed.items():
        draw(name, parts)
        order.append(name)
        font["hmtx"].metrics[name] = (1000, 0)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name
    font.setGlyphOrder(order)

    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, glyphs
    for name, glyph in glyphs.items():
        glyph.recalcBounds(font["glyf"])
        font["hmtx"].metrics[name] = (font["hmtx"].metrics[name][0], getattr(glyph, "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in (
        "maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements maxSizeOfInstructions "
        "maxComponentElements maxPoints maxContours maxCompositePoints maxCompositeContours maxComponentDepth"
    ).split():
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    for tag in ("CFF ", "VORG"):
        if tag in font:
            del font[tag]
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"
    font["head"].glyphDataFormat = 0
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
