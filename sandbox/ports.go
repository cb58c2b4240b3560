package sandbox

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"

	"campus.example/sealdesk/sandbox/journal"
)

const portsFile = "ports.json"

// The names of the services in ports.json.
const (
	portIndex       = "index"
	portProcurement = "procurement"
	portSMS         = "sms"
	portIdentity    = "identity"
	portTSA         = "tsa"
)

func portNames() []string {
	return []string{portIndex, portProcurement, portSMS, portIdentity, portTSA}
}

// Addresses are the services' addresses, without a slash at the end; TSA is the whole address of the time-stamping.
type Addresses struct {
	Index       string `json:"index"`
	Procurement string `json:"procurement"`
	SMS         string `json:"sms"`
	Identity    string `json:"identity"`
	TSA         string `json:"tsa"`
}

// ports are the listeners by name.
type ports struct{ listeners map[string]net.Listener }

// listen takes the ports of the last start, or any at the first. The services show every message and every code, so
// they answer on loopback only.
func listen(ctx context.Context, state, index string) (*ports, error) {
	if index == "" {
		index = "127.0.0.1:0"
	}
	host, port, err := net.SplitHostPort(index)
	if err != nil {
		host, port = index, "0"
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, fmt.Errorf("%s is not a loopback address", index)
	}
	kept, err := readPorts(state)
	if err != nil {
		return nil, err
	}
	p := &ports{listeners: map[string]net.Listener{}}
	for _, name := range portNames() {
		address, again := kept[name]
		switch {
		case name == portIndex && port != "0":
			address = index
		case !again:
			address = net.JoinHostPort(host, "0")
		}
		l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", address)
		if err != nil {
			return nil, errors.Join(fmt.Errorf("%s: %w", name, err), p.close())
		}
		p.listeners[name] = l
	}
	if err := p.write(state); err != nil {
		return nil, errors.Join(err, p.close())
	}
	return p, nil
}

func readPorts(state string) (map[string]string, error) {
	kept := map[string]string{}
	content, err := os.ReadFile(filepath.Join(state, portsFile))
	if errors.Is(err, fs.ErrNotExist) {
		return kept, nil
	}
	if err == nil {
		err = json.Unmarshal(content, &kept)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", portsFile, err)
	}
	return kept, nil
}

func (p *ports) write(state string) error {
	taken := map[string]string{}
	for name, l := range p.listeners {
		taken[name] = l.Addr().String()
	}
	content, err := json.MarshalIndent(taken, "", "  ")
	if err != nil {
		return err
	}
	return journal.Replace(filepath.Join(state, portsFile), append(content, '\n'))
}

func (p *ports) addresses() Addresses {
	at := map[string]string{}
	for name, l := range p.listeners {
		at[name] = l.Addr().String()
	}
	return addressesOf(at)
}

func addressesOf(at map[string]string) Addresses {
	const scheme = "http://"
	return Addresses{
		Index: scheme + at[portIndex], Procurement: scheme + at[portProcurement], SMS: scheme + at[portSMS],
		Identity: scheme + at[portIdentity], TSA: scheme + at[portTSA] + "/tsa",
	}
}

func (p *ports) close() error {
	var all error
	for _, l := range p.listeners {
		if err := l.Close(); !errors.Is(err, net.ErrClosed) {
			all = errors.Join(all, err)
		}
	}
	return all
}
