// Package keys knows what a key is called and what it does. Pages and the console name actions; help, palette,
// status line and dispatch all read the same tables.
package keys

import tea "github.com/charmbracelet/bubbletea"

// Name gives a key's name, and "" for what is no single key: pasted text, several characters in one message, and
// alt combinations, which is what a terminal's late replies look like. Full-width twins count as their half-width
// keys, for those who type with a Chinese input method.
func Name(msg tea.KeyMsg) string {
	if msg.Alt || msg.Paste {
		return ""
	}
	if msg.Type != tea.KeyRunes {
		if msg.Type == tea.KeySpace {
			return "space"
		}
		return msg.String()
	}
	if len(msg.Runes) != 1 {
		return ""
	}
	return Rune(msg.Runes[0])
}

// Rune gives the name of the key that types a character.
func Rune(r rune) string {
	switch r = half(r); r {
	case ' ':
		return "space"
	default:
		return string(r)
	}
}

// half folds the full-width forms, and the marks a Chinese input method puts on the same keys.
func half(r rune) rune {
	switch r {
	case '　':
		return ' '
	case '、', '／':
		return '/'
	case '【', '「':
		return '['
	case '】', '」':
		return ']'
	case '×':
		return '*'
	}
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// Shown is how a key is written for people.
func Shown(key string) string {
	switch key {
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	case "shift+up":
		return "⇧↑"
	case "shift+down":
		return "⇧↓"
	case "shift+left":
		return "⇧←"
	case "shift+right":
		return "⇧→"
	}
	return key
}
