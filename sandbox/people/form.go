package people

import (
	"fmt"
	"slices"
)

// values are what somebody would write into fields, by the field's name.
type values struct {
	text  map[string]string
	files map[string][]byte
}

// pair is one field as it is sent.
type pair struct {
	name, value string
	file        bool
}

// filled gives the fields of a form as they are sent: what the page put there stays unless somebody has a word for the
// field, boxes that must be ticked are, the first button with a name is pressed.
func (f *form) filled(v values) ([]pair, error) {
	var out []pair
	pressed, radios := false, map[string]bool{}
	for _, in := range f.inputs {
		own, known := v.text[in.name]
		switch in.kind {
		case "submit", "image":
			if !pressed {
				out, pressed = append(out, pair{name: in.name, value: in.value}), true
			}
		case "button", "reset":
		case "checkbox":
			if in.required || in.chosen || known && own == in.value {
				out = append(out, pair{name: in.name, value: in.value})
			}
		case "radio":
			wanted := known && own == in.value || !known && in.chosen
			if wanted && !radios[in.name] {
				out, radios[in.name] = append(out, pair{name: in.name, value: in.value}), true
			}
		case "file":
			if _, there := v.files[in.name]; !there && in.required {
				return nil, fmt.Errorf("the form %s wants a file %s", f.act, in.name)
			} else if there {
				out = append(out, pair{name: in.name, file: true})
			}
		case "hidden":
			// A page's script would fill these in: what was drawn, for one.
			if known {
				in.value = own
			}
			out = append(out, pair{name: in.name, value: in.value})
		case "select":
			if known && slices.Contains(in.options, own) {
				in.value = own
			}
			out = append(out, pair{name: in.name, value: in.value})
		default:
			if known {
				in.value = own
			}
			if in.value == "" && in.required {
				return nil, fmt.Errorf("the form %s asks for %s, which nobody has told", f.act, in.name)
			}
			out = append(out, pair{name: in.name, value: in.value})
		}
	}
	return out, nil
}
