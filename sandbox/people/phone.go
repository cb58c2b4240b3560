package people

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"time"
)

// message is a text on the phone.
type message struct {
	ID      int    `json:"id"`
	Content string `json:"content"`
}

// phone is a phone on the SMS network. It is asked, never told.
type phone struct {
	base, number string
	client       *http.Client
	last         int       // newest message seen
	links        []message // messages with a link that still has to be followed, oldest first
	codes        []message
	linkIn       *regexp.Regexp
	codeIn       *regexp.Regexp
}

func newPhone(base, number string, client *http.Client) *phone {
	return &phone{
		base: base, number: number, client: client,
		linkIn: regexp.MustCompile(`https?://\S+/s/[A-Za-z0-9_-]+`), codeIn: regexp.MustCompile(`验证码为 ?(\d{4,8})`),
	}
}

// glance is the time between two looks at a network that does not let phones wait.
const glance = 50 * time.Millisecond

// look reads what has arrived. It waits up to the time for something new when there is nothing.
func (p *phone) look(ctx context.Context, wait time.Duration) error {
	query := url.Values{"after": {strconv.Itoa(p.last)}, "wait": {wait.String()}}
	nap := time.NewTimer(min(wait, glance))
	defer nap.Stop()
	list, err := p.read(ctx, query)
	if err == nil && len(list) == 0 {
		select {
		case <-nap.C: // long over when the network has waited itself
		case <-ctx.Done():
			err = ctx.Err()
		}
	}
	for _, m := range list {
		p.last = max(p.last, m.ID)
		switch {
		case p.linkIn.MatchString(m.Content):
			p.links = append(p.links, m)
		case p.codeIn.MatchString(m.Content):
			p.codes = append(p.codes, m)
		}
	}
	return err
}

// link gives the address in a message as it reads now: the office may have moved since.
func (p *phone) link(ctx context.Context, id int) (string, error) {
	list, err := p.read(ctx, url.Values{"after": {strconv.Itoa(id - 1)}})
	if err != nil {
		return "", err
	}
	for _, m := range list {
		if m.ID == id {
			return p.linkIn.FindString(m.Content), nil
		}
	}
	return "", fmt.Errorf("message %d is gone", id)
}

// code gives the newest code that arrived after a message and was not tried, and the number of its message.
func (p *phone) code(after int, tried map[int]bool) (string, int) {
	for i := len(p.codes) - 1; i >= 0 && p.codes[i].ID > after; i-- {
		if m := p.codes[i]; !tried[m.ID] {
			return p.codeIn.FindStringSubmatch(m.Content)[1], m.ID
		}
	}
	return "", 0
}

func (p *phone) read(ctx context.Context, query url.Values) ([]message, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, p.base+"/phones/"+p.number+"/messages?"+query.Encode(), nil)
	if err != nil {
		return nil, err
	}
	resp, err := p.client.Do(req)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, 8<<20))
	if err = errors.Join(err, resp.Body.Close()); err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("phone: %s", resp.Status)
	}
	var inbox struct {
		Messages []message `json:"messages"`
	}
	err = json.Unmarshal(body, &inbox)
	return inbox.Messages, err
}
