package i18n

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"campus.example/sealdesk/domain"
)

// Fill puts args into a sentence. {0} stands for the first one. A part in square brackets is left out, brackets and
// all, when an argument it names is missing or empty, so a sentence reads well with less than it hoped for.
func (t *Text) Fill(sentence string, args ...any) string {
	words := make([]string, len(args))
	for i, a := range args {
		words[i] = t.argument(a)
	}
	return fill(sentence, words)
}

func fill(sentence string, args []string) string {
	var out strings.Builder
	for sentence != "" {
		open := strings.IndexByte(sentence, '[')
		if open < 0 {
			break
		}
		length := strings.IndexByte(sentence[open:], ']')
		if length < 0 {
			break
		}
		plain, _ := replace(sentence[:open], args)
		out.WriteString(plain)
		if part, whole := replace(sentence[open+1:open+length], args); whole {
			out.WriteString(part)
		}
		sentence = sentence[open+length+1:]
	}
	plain, _ := replace(sentence, args)
	out.WriteString(plain)
	return out.String()
}

// replace fills the placeholders of one part; whole is false when one of them had nothing to show.
func replace(part string, args []string) (filled string, whole bool) {
	var out strings.Builder
	whole = true
	for {
		start := strings.IndexByte(part, '{')
		if start < 0 {
			break
		}
		end := strings.IndexByte(part[start:], '}')
		if end < 0 {
			break
		}
		n, err := strconv.Atoi(part[start+1 : start+end])
		out.WriteString(part[:start])
		switch {
		case err != nil:
			out.WriteString(part[start : start+end+1])
		case n >= 0 && n < len(args) && args[n] != "":
			out.WriteString(args[n])
		default:
			whole = false
		}
		part = part[start+end+1:]
	}
	out.WriteString(part)
	return out.String(), whole
}

// argument shows one value in the words of the language.
func (t *Text) argument(a any) string {
	switch v := a.(type) {
	case nil:
		return ""
	case string:
		return v
	case domain.Stage:
		return t.Stage(v)
	case domain.Act:
		return t.Act(v)
	case domain.Side:
		return t.Side(v)
	case domain.Method:
		return t.Method(v)
	case domain.DocKind:
		return t.DocKind(v)
	case domain.ReviewReason:
		return t.Reason(v)
	case domain.ReviewKind:
		return t.ReviewKind(v)
	case domain.ReviewState:
		return t.ReviewState(v)
	case domain.VerificationState:
		return t.VerificationState(v)
	case domain.MessageState:
		return t.MessageState(v)
	case domain.MessageKind:
		return t.MessageKind(v)
	case domain.JobState:
		return t.JobState(v)
	case domain.JobKind:
		return t.JobKind(v)
	case domain.SealState:
		return t.SealState(v)
	case domain.Role:
		return t.Role(v)
	case domain.Right:
		return t.Right(v)
	case domain.Verdict:
		return t.Verdict(v)
	case domain.Code:
		return t.Problem(v)
	case time.Time:
		return Moment(v)
	case time.Duration:
		return t.Duration(v)
	case error:
		return t.Sentence(v)
	}
	return fmt.Sprint(a)
}
