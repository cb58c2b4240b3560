package cli

import "strings"

// each does an act to several contracts. One that fails does not stop the others: each failure is one line, and the exit
// code is that of the first.
func (c *command) each(nos []string, done string, act func(no string) error) error {
	code := exitDone
	for _, no := range nos {
		err := act(no)
		if err == nil {
			if err := c.say(done, no); err != nil {
				return err
			}
			continue
		}
		sentence := c.sentence(err)
		if len(nos) > 1 && !strings.Contains(sentence, no) {
			sentence = c.text.Fill(c.text.Usage.ItemFailed, no, sentence)
		}
		if err := c.Complain(sentence); err != nil {
			return err
		}
		if code == exitDone {
			code = exitOf(err)
		}
	}
	if code != exitDone {
		return exitCode(code)
	}
	return nil
}
