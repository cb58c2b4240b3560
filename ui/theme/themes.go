package theme

import "github.com/charmbracelet/lipgloss"

// mixer makes styles with one renderer.
type mixer struct{ r *lipgloss.Renderer }

func (m mixer) none() lipgloss.Style { return m.r.NewStyle() }

func (m mixer) fg(color string) lipgloss.Style { return m.none().Foreground(lipgloss.Color(color)) }

func (m mixer) bg(color string) lipgloss.Style { return m.none().Background(lipgloss.Color(color)) }

// The palettes: a quiet ink scale, one accent, three colours of status.

func (m mixer) dark() Styles {
	return Styles{
		Text: m.fg("#d5d9e0"), Strong: m.fg("#f2f4f8").Bold(true), Dim: m.fg("#8b94a3"), Faint: m.fg("#4d5563"),
		Accent: m.fg("#7aa7e8"), Title: m.fg("#7aa7e8").Bold(true), Edge: m.fg("#3f4754"), Focus: m.fg("#7aa7e8"),
		Chosen: m.bg("#2b3f5c"), Rested: m.bg("#262b33"), Button: m.fg("#10141a").Background(lipgloss.Color("#7aa7e8")).Bold(true),
		Bar: m.bg("#1d2229"), Good: m.fg("#86c08b"), Warn: m.fg("#e0b35c"), Bad: m.fg("#e8817a"),
	}
}

func (m mixer) light() Styles {
	return Styles{
		Text: m.fg("#24292f"), Strong: m.fg("#0b0d10").Bold(true), Dim: m.fg("#5a6472"), Faint: m.fg("#b4bcc7"),
		Accent: m.fg("#1f5fb4"), Title: m.fg("#1f5fb4").Bold(true), Edge: m.fg("#c2c9d2"), Focus: m.fg("#1f5fb4"),
		Chosen: m.bg("#d3e3f8"), Rested: m.bg("#e9ecf0"), Button: m.fg("#ffffff").Background(lipgloss.Color("#1f5fb4")).Bold(true),
		Bar: m.bg("#eef1f5"), Good: m.fg("#2c7a39"), Warn: m.fg("#8f5f00"), Bad: m.fg("#b3261e"),
	}
}

// contrast uses the terminal's own ink and paper and says the rest with weight, line and reversal.
func (m mixer) contrast() Styles {
	none, bold, reverse := m.none(), m.none().Bold(true), m.none().Reverse(true)
	return Styles{
		Text: none, Dim: none, Faint: none, Edge: none,
		Strong: bold, Accent: bold, Title: bold.Underline(true), Focus: bold, Chosen: reverse, Rested: none.Underline(true),
		Button: reverse.Bold(true), Bar: reverse, Good: bold, Warn: bold, Bad: bold.Underline(true),
	}
}

// sixteen names colours instead of mixing them: their look is the terminal owner's choice.
func (m mixer) sixteen(kind Kind) Styles {
	if kind == Contrast {
		return m.contrast()
	}
	accent, bar := "12", m.bg("0")
	switch kind {
	case Light:
		accent, bar = "4", m.bg("7")
	case Dark:
		bar = m.fg("15").Background(lipgloss.Color("8"))
	}
	none, faint := m.none(), m.none().Faint(true)
	return Styles{
		Text: none, Strong: none.Bold(true), Dim: faint, Faint: faint, Accent: m.fg(accent), Title: m.fg(accent).Bold(true),
		Edge: faint, Focus: m.fg(accent), Chosen: none.Reverse(true), Rested: none.Underline(true),
		Button: none.Reverse(true).Bold(true), Bar: bar, Good: m.fg("2"), Warn: m.fg("3"), Bad: m.fg("1"),
	}
}

// plain has no colours at all.
func (m mixer) plain() Styles {
	none, bold, reverse := m.none(), m.none().Bold(true), m.none().Reverse(true)
	return Styles{
		Text: none, Dim: none, Faint: none, Accent: none, Edge: none, Bar: none, Good: none, Warn: none,
		Strong: bold, Title: bold, Focus: bold, Chosen: reverse, Rested: none.Underline(true), Button: reverse, Bad: bold,
	}
}
