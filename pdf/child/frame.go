package child

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
)

// headMax is the most bytes the JSON of a frame may have.
const headMax = 16 << 20

// writeFrame writes a head as JSON and a body: the length of the head in four bytes, the head, the body to the end.
func writeFrame(w io.Writer, head any, body []byte) error {
	b, err := json.Marshal(head)
	if err != nil {
		return fmt.Errorf("frame: %w", err)
	}
	if len(b) > headMax {
		return fmt.Errorf("frame: head of %d bytes", len(b))
	}
	if _, err := w.Write(binary.BigEndian.AppendUint32(nil, uint32(len(b)))); err != nil {
		return fmt.Errorf("frame: %w", err)
	}
	if _, err := w.Write(b); err != nil {
		return fmt.Errorf("frame: %w", err)
	}
	if _, err := w.Write(body); err != nil {
		return fmt.Errorf("frame: %w", err)
	}
	return nil
}

// cutFrame takes a frame apart.
func cutFrame(b []byte) (head json.RawMessage, body []byte, err error) {
	if len(b) < 4 {
		return nil, nil, fmt.Errorf("frame of %d bytes", len(b))
	}
	n := int64(binary.BigEndian.Uint32(b))
	if n > headMax || n > int64(len(b)-4) {
		return nil, nil, fmt.Errorf("frame with a head of %d bytes in %d", n, len(b))
	}
	return json.RawMessage(b[4 : 4+n]), b[4+n:], nil
}
