package verification

import (
	tea "github.com/charmbracelet/bubbletea"

	"sealdesk/ui/keys"
	"sealdesk/ui/page"
	"sealdesk/ui/screen"
)

type Model struct{ d *page.Deps }

func New(d *page.Deps) *Model                     { return &Model{d: d} }
func (m *Model) Load() tea.Cmd                    { return nil }
func (m *Model) Update(tea.Msg) tea.Cmd           { return nil }
func (m *Model) Actions() keys.Table              { return nil }
func (m *Model) Why(keys.ID) string               { return "" }
func (m *Model) Do(keys.ID) (tea.Cmd, bool)       { return nil, false }
func (m *Model) View(*screen.Canvas, screen.Rect) {}
func (m *Model) Note() []screen.Span              { return nil }
