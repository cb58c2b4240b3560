package i18n

import "sealdesk/domain"

// Action returns the name of what was done.
func (t *Text) Action(a domain.Action) string { return string(a) }
