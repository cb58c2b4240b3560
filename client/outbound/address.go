package outbound

import (
	"errors"
	"net"
	"net/netip"
	"net/url"
	"strings"
)

func baseURL(o Options) (*url.URL, error) {
	u, err := url.Parse(o.BaseURL)
	if err != nil {
		// The address may hold a password: the error of net/url would show it.
		return nil, errors.New("the address cannot be read")
	}
	switch {
	case u.Host == "" || u.Hostname() == "":
		return nil, errors.New("the address has no host")
	case u.User != nil || u.RawQuery != "" || u.Fragment != "":
		return nil, errors.New("the address has more than a host and a path")
	case u.Scheme == "https":
	case u.Scheme != "http":
		return nil, errors.New("the address is not https")
	case !o.PlainHTTP && !loopback(u.Hostname()):
		return nil, errors.New("http is for loopback addresses")
	}
	return u, nil
}

func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.IsLoopback()
}

// Host returns the host the client speaks to, as rules name it: in lower case, with the port where it is not the usual one
// of the scheme. The hosts of this machine are all called loopback, without a port, because stand-ins take any free one.
func (c *Client) Host() string {
	name, port := strings.ToLower(c.base.Hostname()), c.base.Port()
	switch {
	case loopback(name):
		return "loopback"
	case port == "" || c.base.Scheme == "https" && port == "443" || c.base.Scheme == "http" && port == "80":
		if strings.Contains(name, ":") {
			return "[" + name + "]"
		}
		return name
	}
	return net.JoinHostPort(name, port)
}
