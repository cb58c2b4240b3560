package outbound

import "testing"

// Rules name a provider by its host: this machine by one word, and a port only where it is not the usual one.
func TestHostIsWhatRulesName(t *testing.T) {
	for address, want := range map[string]string{
		"http://127.0.0.1:34567/v1": "loopback", "http://localhost": "loopback", "https://[::1]:8443": "loopback",
		"https://ID.example.invalid/v1": "id.example.invalid", "https://id.example.invalid:443": "id.example.invalid",
		"https://id.example.invalid:8443": "id.example.invalid:8443", "http://tsa.example.invalid:80": "tsa.example.invalid",
		"https://id.example.invalid:80": "id.example.invalid:80", "https://[2001:db8::1]": "[2001:db8::1]",
		"https://[2001:db8::1]:8443": "[2001:db8::1]:8443",
	} {
		c, err := New(Options{Provider: "test", BaseURL: address, PlainHTTP: true})
		if err != nil {
			t.Fatal(err)
		}
		if got := c.Host(); got != want {
			t.Errorf("%s is %q, want %q", address, got, want)
		}
	}
}
