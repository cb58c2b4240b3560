package outbound

import (
	"errors"
	"net/netip"
	"net/url"
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
