package font

import (
	"encoding/binary"
	"maps"
	"math/bits"
	"slices"
)

// assemble writes tables as a TrueType file, each on a boundary of four bytes, with checksums.
func assemble(tables map[string][]byte) []byte {
	names := slices.Sorted(maps.Keys(tables))
	n := len(names)
	power := bits.Len(uint(n)) - 1
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, v := range []int{n, 16 << power, power, 16*n - 16<<power} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	at := 12 + 16*n
	headAt := 0
	for _, name := range names {
		t := tables[name]
		if name == "head" {
			binary.BigEndian.PutUint32(t[8:], 0) // counted as zero until the whole is known
			headAt = at
		}
		out = append(out, name...)
		out = binary.BigEndian.AppendUint32(out, checksum(t))
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t)))
		at += (len(t) + 3) &^ 3
	}
	for _, name := range names {
		out = append(out, tables[name]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	binary.BigEndian.PutUint32(out[headAt+8:], 0xB1B0AFBA-checksum(out))
	return out
}

func checksum(t []byte) uint32 {
	var sum uint32
	for len(t) >= 4 {
		sum += binary.BigEndian.Uint32(t)
		t = t[4:]
	}
	if len(t) > 0 {
		var rest [4]byte
		copy(rest[:], t)
		sum += binary.BigEndian.Uint32(rest[:])
	}
	return sum
}

// cmap makes a character map of format 4 with one segment per character, for Windows Unicode.
func (s *Subset) cmap() []byte {
	segments := len(s.runes) // the box's place is taken by the closing segment
	power := bits.Len(uint(segments)) - 1
	var ends, starts, deltas, offsets []byte
	for gid, r := range s.runes {
		if gid == 0 {
			continue
		}
		ends = binary.BigEndian.AppendUint16(ends, uint16(r))
		starts = binary.BigEndian.AppendUint16(starts, uint16(r))
		deltas = binary.BigEndian.AppendUint16(deltas, uint16(gid-int(r)))
	}
	ends = binary.BigEndian.AppendUint16(ends, 0xffff)
	starts = binary.BigEndian.AppendUint16(starts, 0xffff)
	deltas = binary.BigEndian.AppendUint16(deltas, 1)
	offsets = make([]byte, 2*segments)
	length := 16 + 8*segments
	var out []byte
	for _, v := range []int{0, 1, 3, 1, 0, 12, 4, length, 0, 2 * segments, 2 << power, power, 2*segments - 2<<power} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	out = append(out, ends...)
	out = append(out, 0, 0)
	out = append(out, starts...)
	out = append(out, deltas...)
	return append(out, offsets...)
}
