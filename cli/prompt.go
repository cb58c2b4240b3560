package cli

import (
	"errors"
	"io"
	"strings"
)

// longestLine bounds a line of the input, in bytes.
const longestLine = 4096

// nextLine reads to the end of a line, byte by byte: what follows belongs to the next question.
func (c *command) nextLine() (string, error) {
	var b strings.Builder
	one := make([]byte, 1)
	for b.Len() < longestLine {
		n, err := c.In.Read(one)
		if n == 1 {
			if one[0] == '\n' {
				return strings.TrimSuffix(b.String(), "\r"), nil
			}
			b.WriteByte(one[0])
		}
		if errors.Is(err, io.EOF) {
			return strings.TrimSuffix(b.String(), "\r"), nil
		}
		if err != nil {
			return "", err
		}
	}
	return "", c.wrong(c.text.Usage.LineTooLong)
}

// ask returns what was given, or else the answer to a question.
func (c *command) ask(question, given string) (string, error) {
	if given != "" {
		return given, nil
	}
	if err := c.tell("{0}:", question); err != nil {
		return "", err
	}
	answer, err := c.nextLine()
	if answer = strings.TrimSpace(answer); err == nil && answer == "" {
		err = c.wrong(c.text.Usage.Answer, question)
	}
	return answer, err
}

// askSecret returns the answer to a question, which a terminal does not show.
func (c *command) askSecret(question string) ([]byte, error) {
	if err := c.tell("{0}:", question); err != nil {
		return nil, err
	}
	if c.Terminal.Is(c.In) {
		return c.Terminal.Secret(c.In)
	}
	line, err := c.nextLine()
	return []byte(line), err
}

// newPIN asks for a PIN twice, three times at most.
func (c *command) newPIN() ([]byte, error) {
	w := c.text.CLI.Init
	for range 3 {
		first, err := c.askSecret(w.PIN)
		if err != nil {
			return nil, err
		}
		second, err := c.askSecret(w.PINAgain)
		if err != nil {
			return nil, err
		}
		if string(first) == string(second) && len(first) > 0 {
			return first, nil
		}
		if err := c.tell(w.PINsDiffer); err != nil {
			return nil, err
		}
	}
	return nil, c.wrong(w.PINsDiffer)
}
