package sms

import (
	"bytes"
	"context"
	"encoding/json"
	"net/url"
	"strconv"
	"time"

	"campus.example/sealdesk/domain"
)

const (
	pageSize = 50 // the vendor's largest
	maxPages = 20
	// straddle is how far a message may stand on the day after the one it was handed over on.
	straddle = 15 * time.Minute
)

// The vendor's SendStatus.
const (
	statusWaiting   = 1
	statusFailed    = 2
	statusDelivered = 3
)

// Ask tells what became of the message sent under the key on that day; found is false when the vendor has no such
// message. Errors: CodeProviderDown, CodeProviderNonsense, CodeProviderRefused.
func (a *Aliyun) Ask(ctx context.Context, key string, to domain.Phone, day time.Time) (r domain.SMSReceipt, found bool, err error) {
	days := []string{vendorDay(day)}
	if next := vendorDay(day.Add(straddle)); next != days[0] {
		days = append(days, next)
	}
	for _, d := range days {
		r, found, err = a.askDay(ctx, key, to, d)
		if found || err != nil {
			return r, found, err
		}
	}
	return domain.SMSReceipt{}, false, nil
}

// vendorDay is a day as the vendor counts it: in China's time.
func vendorDay(t time.Time) string {
	return t.In(time.FixedZone("Asia/Shanghai", 8*60*60)).Format("20060102")
}

func (a *Aliyun) askDay(ctx context.Context, key string, to domain.Phone, day string) (domain.SMSReceipt, bool, error) {
	for page := 1; page <= maxPages; page++ {
		var got details
		err := a.call(ctx, "QuerySendDetails", url.Values{
			"PhoneNumber": {to.Clear()}, "SendDate": {day},
			"PageSize": {strconv.Itoa(pageSize)}, "CurrentPage": {strconv.Itoa(page)},
		}, &got, &got.status)
		if err != nil {
			return domain.SMSReceipt{}, false, err
		}
		if got.List.Details == nil && string(bytes.Trim(got.Total, `"`)) != "0" {
			// An answer without the list is not the word that there is no message.
			return domain.SMSReceipt{}, false, a.client.Nonsense("no list", nil)
		}
		if r, found := got.find(key); found {
			return r, true, nil
		}
		if len(got.List.Details) < pageSize {
			return domain.SMSReceipt{}, false, nil
		}
	}
	return domain.SMSReceipt{}, false, a.client.Nonsense("list without end", nil)
}

// details is the answer of QuerySendDetails; the message's text is not read, since it may hold a code.
type details struct {
	status
	Total json.RawMessage `json:"TotalCount"` // a number, written as a string
	List  struct {
		Details []detail `json:"SmsSendDetailDTO"`
	} `json:"SmsSendDetailDTOs"`
}

type detail struct {
	OutID  string `json:"OutId"`
	Status int    `json:"SendStatus"`
	Err    string `json:"ErrCode"`
}

// find looks for our key. Were there two messages under it, the one that arrived counts.
func (d details) find(key string) (r domain.SMSReceipt, found bool) {
	for _, one := range d.List.Details {
		if one.OutID != key {
			continue
		}
		state := one.receipt()
		if !found || state.State == domain.MessageDelivered || r.State == domain.MessageFailed {
			r, found = state, true
		}
	}
	return r, found
}

func (d detail) receipt() domain.SMSReceipt {
	switch d.Status {
	case statusDelivered:
		return domain.SMSReceipt{State: domain.MessageDelivered}
	case statusFailed:
		return domain.SMSReceipt{State: domain.MessageFailed, Detail: code(d.Err)}
	case statusWaiting:
		return domain.SMSReceipt{State: domain.MessageSent}
	}
	// The vendor has the message, whatever else it says of it.
	return domain.SMSReceipt{State: domain.MessageSent, Detail: "SendStatus " + strconv.Itoa(d.Status)}
}

// code keeps a carrier's code only when it is short and plain.
func code(s string) string {
	if len(s) > 40 {
		return "unreadable code"
	}
	for _, r := range s {
		if r < '!' || r > '~' {
			return "unreadable code"
		}
	}
	return s
}
