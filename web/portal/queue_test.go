package portal_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
)

// TestWhoWaitsForAReviewIsToldHowLong: how many come before, that one is next, and when it takes longer than promised.
func TestWhoWaitsForAReviewIsToldHowLong(t *testing.T) {
	h := newHouse(t)
	photo := picture(t)
	var waiting []*handset
	for _, company := range []cast.Company{cast.Companies()[0], cast.Companies()[1]} {
		h.offer("HT-"+company.CreditCode, company)
		who := company.Representative
		who.DocKind, who.DocNo = cast.Passport, "X00000012"
		p := h.logged(who).follow("verify").state().follow("method-manual")
		p.upload("photos", map[string]string{"consent": "yes"}, map[string][]byte{"front": photo, "held": photo}).wants(http.StatusOK, "waiting")
		waiting = append(waiting, p)
		h.later(time.Second)
	}
	first, second := waiting[0], waiting[1]
	first.get("/verify").wants(http.StatusOK, "waiting").says("您是下一位。", "约需 15 至 30 分钟", "提交时间")
	second.says("前面还有 1 位等待审核。")
	h.later(20 * time.Minute)
	if second.get("/verify").wants(http.StatusOK, "waiting"); strings.Contains(second.page.body, "已超过 30 分钟") {
		t.Error("late before its time")
	}
	h.later(11 * time.Minute)
	second.get("/verify").wants(http.StatusOK, "waiting").says("前面还有 1 位等待审核。", "已超过 30 分钟", "010-00000000")
	h.judge(domain.ReviewIdentity, func(id string) error { return h.office.ApproveReview(t.Context(), domain.Claimed("li"), id, "") })
	second.get("/verify").wants(http.StatusOK, "waiting").says("您是下一位。")
}
