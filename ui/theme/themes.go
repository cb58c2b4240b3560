package theme

// The palettes: a quiet ink scale, one accent, three colours of status.

func (m mixer) dark() *Theme {
	return &Theme{
		Text: m.fg("#d5d9e0"), Strong: m.fg("#f2f4f8").And(bold), Dim: m.fg("#8b94a3"), Faint: m.fg("#4d5563"),
		Accent: m.fg("#7aa7e8"), Title: m.fg("#7aa7e8").And(bold), Edge: m.fg("#3f4754"), Focus: m.fg("#7aa7e8"),
		Chosen: m.bg("#2b3f5c"), Rested: m.bg("#262b33"), Button: m.bg("#7aa7e8").And(m.fg("#10141a")).And(bold),
		Bar: m.bg("#1d2229"), Good: m.fg("#86c08b"), Warn: m.fg("#e0b35c"), Bad: m.fg("#e8817a"),
	}
}

func (m mixer) light() *Theme {
	return &Theme{
		Text: m.fg("#24292f"), Strong: m.fg("#0b0d10").And(bold), Dim: m.fg("#5a6472"), Faint: m.fg("#b4bcc7"),
		Accent: m.fg("#1f5fb4"), Title: m.fg("#1f5fb4").And(bold), Edge: m.fg("#c2c9d2"), Focus: m.fg("#1f5fb4"),
		Chosen: m.bg("#d3e3f8"), Rested: m.bg("#e9ecf0"), Button: m.bg("#1f5fb4").And(m.fg("#ffffff")).And(bold),
		Bar: m.bg("#eef1f5"), Good: m.fg("#2c7a39"), Warn: m.fg("#8f5f00"), Bad: m.fg("#b3261e"),
	}
}

// contrast uses the terminal's own ink and paper and says the rest with weight, line and reversal.
func (m mixer) contrast() *Theme {
	return &Theme{
		Strong: bold, Accent: bold, Title: bold.And(underline), Focus: bold, Chosen: reverse, Rested: underline,
		Button: reverse.And(bold), Bar: reverse, Good: bold, Warn: bold, Bad: bold.And(underline),
	}
}

// sixteen names colours instead of mixing them: their look is the terminal owner's choice.
func (m mixer) sixteen(kind Kind) *Theme {
	if kind == Contrast {
		return m.contrast()
	}
	accent, bar := "12", "0"
	if kind == Light {
		accent, bar = "4", "7"
	}
	t := &Theme{
		Strong: bold, Dim: faint, Faint: faint, Accent: m.fg(accent), Title: m.fg(accent).And(bold), Edge: faint,
		Focus: m.fg(accent), Chosen: reverse, Rested: underline, Button: reverse.And(bold), Bar: m.bg(bar),
		Good: m.fg("2"), Warn: m.fg("3"), Bad: m.fg("1"),
	}
	if kind == Dark {
		t.Bar = m.bg("8").And(m.fg("15"))
	}
	return t
}

// plain has no colours at all.
func plain() *Theme {
	return &Theme{Strong: bold, Title: bold, Focus: bold, Chosen: reverse, Rested: underline, Button: reverse, Bad: bold}
}
