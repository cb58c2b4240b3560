package read

import "errors"

// What can be wrong with a document. Errors of this package wrap one of these.
var (
	ErrNotPDF    = errors.New("not a PDF document")
	ErrEncrypted = errors.New("the document needs a password")
	ErrPassword  = errors.New("the password does not open the document")
	ErrCipher    = errors.New("the document is encrypted in a way this program does not read")
	ErrNoPages   = errors.New("the document has no pages")
	ErrDamaged   = errors.New("the document is damaged")
	ErrLimits    = errors.New("the document exceeds the limits")
	ErrFilter    = errors.New("the stream is packed in a way this program does not unpack")
)
