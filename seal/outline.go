package seal

import "sealdesk/domain"

// Outline gives the sizes of the pages as shown, in points, and where the acts that are still to come will stand: the
// empty fields of the document, by act. Errors are those of reading a document.
func (e *Engine) Outline(pdf []byte) (sizes [][2]float64, places map[domain.Act]domain.Place, err error) {
	out, err := e.pades.Outline(pdf)
	if err != nil {
		return nil, nil, err
	}
	places = map[domain.Act]domain.Place{}
	for _, act := range domain.Acts() {
		for _, field := range out.Empty {
			if field.Name == FieldName(act.Field()) {
				places[act] = field.Place
			}
		}
	}
	return out.Sizes, places, nil
}
