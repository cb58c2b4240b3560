package ui_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/ui"
	"campus.example/sealdesk/ui/internal/sample"
)

// drain runs commands and what follows from them, those that end at once.
func drain(m *ui.Model, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	done := make(chan tea.Msg, 1)
	go func() { done <- cmd() }()
	select {
	case <-time.After(100 * time.Millisecond):
	case msg := <-done:
		if batch, ok := msg.(tea.BatchMsg); ok {
			for _, c := range batch {
				drain(m, c)
			}
			return
		}
		_, next := m.Update(msg)
		drain(m, next)
	}
}

// The time from a key to the frame that shows it, at the middle and at the 99th percentile.
func BenchmarkKeyToFrame(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		office := sample.New(noon).Same(n, domain.StageToPush)
		for _, z := range []size{{80, 24}, {120, 36}, {160, 45}} {
			b.Run(fmt.Sprintf("%d/%dx%d", n, z.w, z.h), func(b *testing.B) {
				o := options(office, "zh")
				o.Width, o.Height = z.w, z.h
				m := ui.New(o)
				_ = m.View()
				drain(m, m.Init())
				_ = m.View()
				down, up := tea.KeyMsg{Type: tea.KeyDown}, tea.KeyMsg{Type: tea.KeyUp}
				var times []time.Duration
				for i := 0; b.Loop(); i++ {
					key := down
					if i/100%2 == 1 {
						key = up
					}
					began := time.Now()
					m.Update(key)
					_ = m.View()
					times = append(times, time.Since(began))
				}
				slices.Sort(times)
				b.ReportMetric(float64(times[len(times)/2].Microseconds()), "µs-p50")
				b.ReportMetric(float64(times[len(times)*99/100].Microseconds()), "µs-p99")
			})
		}
	}
}

// The first frame, from the options to what is painted, with the first window of contracts in it.
func BenchmarkFirstFrame(b *testing.B) {
	office := sample.New(noon).Same(1_000, domain.StageToPush)
	for b.Loop() {
		o := options(office, "zh")
		o.Width, o.Height = 120, 36
		m := ui.New(o)
		_ = m.View()
	}
}
