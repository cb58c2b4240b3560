package cli

import (
	"errors"
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// readLine reads to the end of a line, byte by byte: what follows belongs to the next question.
func readLine(in io.Reader) (string, error) {
	var b strings.Builder
	one := make([]byte, 1)
	for b.Len() < 4096 {
		n, err := in.Read(one)
		if n == 1 {
			if one[0] == '\n' {
				return strings.TrimSpace(b.String()), nil
			}
			b.WriteByte(one[0])
		}
		if errors.Is(err, io.EOF) {
			return strings.TrimSpace(b.String()), nil
		}
		if err != nil {
			return "", err
		}
	}
	return "", errors.New("line too long")
}

// readSecret reads a line without echo where the input is a terminal.
func readSecret(in io.Reader) ([]byte, error) {
	if f, ok := in.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return term.ReadPassword(int(f.Fd()))
	}
	line, err := readLine(in)
	return []byte(line), err
}
