package sms

import (
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// detail is one SmsSendDetailDTO.
type detail struct {
	PhoneNum     string
	SendStatus   int // 1 waiting for the receipt, 2 failed, 3 delivered
	ErrCode      string
	TemplateCode string
	Content      string
	SendDate     string
	ReceiveDate  string
	OutId        string //nolint:revive // the vendor's spelling
}

// cst is the vendor's day: it begins at midnight in China.
func cst() *time.Location { return time.FixedZone("CST", 8*60*60) }

// details answers QuerySendDetails: what went to one phone on one day, newest first.
func (s *Server) details(w http.ResponseWriter, r *http.Request, p url.Values) {
	for _, name := range []string{"PhoneNumber", "SendDate", "PageSize", "CurrentPage"} {
		if p.Get(name) == "" {
			s.refuse(w, r, gatewayFault(400, "Missing"+name, name+" is mandatory for this action."))
			return
		}
	}
	phone, ok := mainland(p.Get("PhoneNumber"))
	if !ok {
		s.refuse(w, r, businessFault("isv.MOBILE_NUMBER_ILLEGAL", "invalid mobile number"))
		return
	}
	day := p.Get("SendDate")
	size, sizeErr := strconv.Atoi(p.Get("PageSize"))
	page, pageErr := strconv.Atoi(p.Get("CurrentPage"))
	_, dayErr := time.Parse("20060102", day)
	if sizeErr != nil || pageErr != nil || dayErr != nil || size < 1 || size > 50 || page < 1 {
		s.refuse(w, r, businessFault("isv.INVALID_PARAMETERS", "参数异常"))
		return
	}
	found := s.find(phone, day, p.Get("BizId"))
	from := min((page-1)*size, len(found))
	part := found[from:min(from+size, len(found))]
	answer(w, http.StatusOK, map[string]any{
		"Code": "OK", "Message": "OK", "RequestId": s.requestID(), "TotalCount": strconv.Itoa(len(found)),
		"SmsSendDetailDTOs": map[string]any{"SmsSendDetailDTO": part},
	})
}

func (s *Server) find(phone, day, bizID string) []detail {
	const stamp = "2006-01-02 15:04:05"
	s.mu.Lock()
	defer s.mu.Unlock()
	found := []detail{}
	for i := len(s.messages) - 1; i >= 0; i-- {
		m := s.messages[i]
		sent := m.SentAt.In(cst())
		if m.Phone != phone || sent.Format("20060102") != day || (bizID != "" && m.BizID != bizID) {
			continue
		}
		found = append(found, detail{
			PhoneNum: m.Phone, SendStatus: 3, ErrCode: "DELIVERED", TemplateCode: m.Template, Content: s.text(m),
			SendDate: sent.Format(stamp), ReceiveDate: sent.Format(stamp), OutId: m.OutID,
		})
	}
	return found
}

func (s *Server) text(m Message) string {
	base := ""
	if s.opt.Base != nil {
		base = s.opt.Base()
	}
	return s.opt.Templates.render(s.opt.SignName, base, m.Template, m.Values)
}
