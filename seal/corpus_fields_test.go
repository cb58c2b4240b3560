package seal_test

import (
	"fmt"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/pades"
)

const emptyField = "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /F 132 /P 3 0 R /Rect [50 60 170 180] >>"

// withField is a document with a form and one field, objects 5 and 6.
func withField(field string, more ...func(*made)) *made {
	d := plainDoc().with(func(m *made) {
		m.objects[1] = "<< /Type /Catalog /Pages 2 0 R /AcroForm 6 0 R >>"
		m.objects[3] = strings.Replace(m.objects[3], ">> >>", ">> /Annots [5 0 R] >>", 1)
		m.objects[5] = field
		m.objects[6] = "<< /Fields [5 0 R] >>"
	})
	for _, c := range more {
		d = d.with(c)
	}
	return d
}

// wanting is an empty field with more entries.
func wanting(entries string) []byte {
	return withField(strings.Replace(emptyField, "/FT", entries+" /FT", 1)).bytes()
}

func page(boxes string) func(*made) {
	return set(3, "<< /Type /Page /Parent 2 0 R "+boxes+" /Contents 4 0 R /Resources << >> >>")
}

// certification puts a certification into the document that nobody signed: what may follow is judged by others (see
// check), here only the section is.
func certification(level string) func(*made) {
	return func(m *made) {
		m.objects[1] = strings.Replace(m.objects[1], ">>", "/Perms << /DocMDP 8 0 R >> >>", 1)
		m.objects[8] = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Contents <00> /ByteRange [0 1 2 3] " +
			"/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P " + level + " /V /1.2 >> >>] >>"
		m.objects[7] = "<< /FT /Sig /T (Author) /V 8 0 R /Type /Annot /Subtype /Widget /F 132 /P 3 0 R /Rect [0 0 0 0] >>"
		m.objects[6] = strings.Replace(m.objects[6], "[5 0 R", "[7 0 R 5 0 R", 1)
	}
}

func lockedBy(action string) func(*made) {
	return func(m *made) {
		m.objects[8] = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Contents <00> /ByteRange [0 1 2 3] " +
			"/Reference [<< /Type /SigRef /TransformMethod /FieldMDP /TransformParams << /Type /TransformParams " + action + " /V /1.2 >> >>] >>"
		m.objects[7] = "<< /FT /Sig /T (Other) /V 8 0 R /Type /Annot /Subtype /Widget /F 132 /P 3 0 R /Rect [0 0 0 0] >>"
		m.objects[6] = strings.Replace(m.objects[6], "[5 0 R", "[7 0 R 5 0 R", 1)
	}
}

func inPlace(r *pades.Request) { r.Place = domain.Place{} }

func otherName(r *pades.Request) { r.Field = "Another" }

// lockedShapes are encrypted documents.
func lockedShapes(t testing.TB) []trial {
	lock := func(user, owner string, args ...string) []byte {
		return qpdf(t, withField(emptyField).bytes(), append([]string{"--encrypt", user, owner}, append(args, "--")...)...)
	}
	return []trial{
		{name: "RC4, 40 bits", data: lock("user", "owner", "40"), password: "owner"},
		{name: "RC4, 128 bits", data: lock("user", "owner", "128", "--use-aes=n"), password: "user"},
		{name: "RC4 by a filter", data: lock("user", "owner", "128", "--use-aes=n", "--force-V4"), password: "owner"},
		{name: "AES, 128 bits", data: lock("user", "owner", "128", "--use-aes=y"), password: "user"},
		{name: "AES, 128 bits, clear metadata", data: lock("user", "owner", "128", "--use-aes=y", "--cleartext-metadata"), password: "user"},
		{name: "AES, 256 bits", data: lock("user", "owner", "256"), password: "user"},
		{name: "AES, 256 bits, as Adobe had it", data: lock("user", "owner", "256", "--force-R5"), password: "owner"},
		{name: "AES, 256 bits, packed", data: qpdf(t, lock("user", "owner", "256"), "--password=owner", "--object-streams=generate"), password: "owner"},
		{name: "encrypted, field in place", data: lock("user", "owner", "256"), password: "user", change: inPlace},
		{name: "opens without a password", data: lock("", "owner", "256")},
		{name: "only filling allowed", data: lock("user", "owner", "256", "--modify=form"), password: "user", change: inPlace},
		{name: "nothing allowed, owner", data: lock("user", "owner", "256", "--modify=none"), password: "owner"},

		{name: "password missing", data: lock("user", "owner", "256"), want: domain.CodeDocEncrypted},
		{name: "password wrong", data: lock("user", "owner", "256"), password: "guess", want: domain.CodeDocPassword},
		{name: "permission to fill missing", data: lock("user", "owner", "256", "--modify=none", "--annotate=n", "--form=n"), password: "user", change: inPlace, want: pades.CodePermissions},
		{name: "permission to add missing", data: lock("user", "owner", "256", "--modify=form"), password: "user", change: otherName, want: pades.CodePermissions},
	}
}

// fieldShapes are fields to be filled, and what they ask for. The chain is the signer's.
func fieldShapes(chain [][]byte) []trial {
	widget := func(entries string) func(*made) {
		return func(m *made) {
			m.objects[9] = "<< /Type /Annot /Subtype /Widget /Parent 5 0 R " + entries + "/F 132 /P 3 0 R /Rect [50 60 170 180] >>"
			m.objects[3] = strings.Replace(m.objects[3], "[5 0 R]", "[9 0 R]", 1)
		}
	}
	out := []trial{
		{name: "empty field", data: withField(emptyField).bytes(), change: inPlace},
		{name: "empty field without page", data: withField(strings.Replace(emptyField, "/P 3 0 R ", "", 1)).bytes(), change: inPlace},
		{name: "empty field, widget apart", data: withField("<< /FT /Sig /T (Seal) /Kids [9 0 R] >>", widget("")).bytes(), change: inPlace},
		{name: "empty field in a group", data: withField("<< /FT /Sig /T (Party) /Kids [9 0 R] >>", widget("/T (Seal) ")).bytes(), change: func(r *pades.Request) { inPlace(r); r.Field = "Party.Seal" }},
		{name: "invisible field", data: withField(strings.Replace(emptyField, "[50 60 170 180]", "[0 0 0 0]", 1)).bytes(), change: inPlace},
		{name: "field that locks others", data: wanting("/Lock << /Type /SigFieldLock /Action /Include /Fields [(Name)] >>"), change: inPlace},
		{name: "field that locks all", data: wanting("/Lock << /Type /SigFieldLock /Action /All >>"), change: inPlace, locks: true},
		{name: "field that locks all but others", data: wanting("/Lock << /Type /SigFieldLock /Action /Exclude /Fields [(Name)] >>"), change: inPlace},
		{name: "field that locks in no known way", data: wanting("/Lock << /Type /SigFieldLock /Action /Some >>"), change: inPlace, want: domain.CodeDocDamaged},
		{name: "certified, forms allowed", data: withField(emptyField, certification("2")).bytes(), change: inPlace, forged: true},
		{name: "certified, comments allowed", data: withField(emptyField, certification("3")).bytes(), change: inPlace, forged: true},
		{name: "another field is locked", data: withField(emptyField, lockedBy("/Action /Include /Fields [(Name)]")).bytes(), change: inPlace, forged: true},
	}
	met := func(what, wish string) {
		out = append(out, trial{name: "wish met: " + what, data: wanting("/SV << /Type /SV " + wish + " >>"), change: inPlace})
	}
	unmet := func(what, wish string) {
		out = append(out, trial{name: "wish not met: " + what, data: wanting("/SV << /Type /SV " + wish + " >>"), change: inPlace, want: pades.CodeSeed})
	}
	met("filter, kind and digest", "/Ff 67 /Filter /Adobe.PPKLite /SubFilter [/adbe.pkcs7.detached /ETSI.CAdES.detached] /DigestMethod [(SHA1) (SHA256)]")
	met("kind that does not bind", "/SubFilter [/adbe.pkcs7.detached] /DigestMethod [(SHA512)] /Reasons [(x)] /AddRevInfo true /LockDocument /true")
	met("version", "/Ff 4 /V 2")
	met("no reason", "/Ff 8 /Reasons [(.)]")
	met("timestamp", "/TimeStamp << /URL (http://example.org) /Ff 1 >>")
	met("our certificate", fmt.Sprintf("/Cert << /Ff 1 /Subject [<00> <%X>] >>", chain[0]))
	met("our issuer", fmt.Sprintf("/Cert << /Ff 2 /Issuer [<%X>] >>", chain[1]))
	met("no certification", "/MDP << /P 0 >>")
	unmet("filter", "/Ff 1 /Filter /Another.Filter")
	unmet("kind", "/Ff 2 /SubFilter [/adbe.pkcs7.detached]")
	unmet("version", "/Ff 4 /V 4")
	unmet("reason", "/Ff 8 /Reasons [(I agree)]")
	unmet("legal attestation", "/Ff 16 /LegalAttestation [(x)]")
	unmet("revocation inside", "/Ff 32 /AddRevInfo true")
	unmet("SHA-512", "/Ff 64 /DigestMethod [(SHA512)]")
	unmet("lock the document", "/Ff 128 /LockDocument /true")
	unmet("appearance", "/Ff 256 /AppearanceFilter (x)")
	unmet("a wish of the future", "/Ff 512")
	unmet("a certificate", "/Cert << /Ff 1 /Subject [<00>] >>")
	unmet("an issuer", "/Cert << /Ff 2 /Issuer [<00>] >>")
	unmet("a policy", "/Cert << /Ff 6 /OID [(1.2.3)] >>")
	unmet("certification", "/MDP << /P 2 >>")
	out = append(out, trial{
		name: "wish not met: timestamp", data: wanting("/SV << /Type /SV /TimeStamp << /Ff 1 >> >>"), want: pades.CodeSeed,
		change: func(r *pades.Request) { inPlace(r); r.Stamped = false },
	})
	return out
}
