package privacy

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// offices are mailboxes of an organisation, not of a person.
var offices = set("info|contact|contacto|contato|kontakt|office|oficina|support|help|helpdesk|press|presse|prensa|editor|editorial|redaktion|hello|hola|" +
	"sales|service|services|noreply|no-reply|admin|administration|webmaster|postmaster|mail|email|permissions|rights|customerservice|" +
	"feedback|marketing|orders|enquiries|inquiries|secretary|sekretariat|secretaria|schule|school|name|user|username|someone|you|your|yourname|example|xxx|abc|git|opensource|security|conduct|copyright|privacy|datenschutz|abuse|team|jobs")

// pretended are domains that examples are made of (RFC 2606, and what
// textbooks print).
var pretended = set("example|test|invalid|localhost|domain|yourdomain|mydomain|mail|email|server|website|company|school|xyz|abc")

// mails finds the e-mail addresses of persons.
func (p *page) mails(text string) {
	for from := 0; ; {
		at := strings.IndexByte(text[from:], '@')
		if at < 0 {
			return
		}
		at += from
		from = at + 1
		local := text[at-backward(text[:at]) : at]
		domain := text[at+1 : at+1+forward(text[at+1:])]
		if isPersonal(local, strings.TrimRight(domain, ".-")) {
			p.add(Mail, local+"@"+domain)
		}
	}
}

const maxLocal = 64 // bytes (RFC 5321, 4.5.3.1.1)

func backward(text string) int {
	n := 0
	for n < len(text) && n < maxLocal {
		c, size := utf8.DecodeLastRuneInString(text[:len(text)-n])
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune("._%+-", c) {
			break
		}
		n += size
	}
	return n
}

func forward(text string) int {
	const most = 255 // bytes (RFC 1035, 2.3.4)
	for n, c := range text {
		if n >= most || !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '.' && c != '-' {
			return n
		}
	}
	return min(len(text), most)
}

func isPersonal(local, domain string) bool {
	local, domain = strings.ToLower(strings.Trim(local, ".")), strings.ToLower(domain)
	dot := strings.LastIndexByte(domain, '.')
	if local == "" || dot < 1 || len(domain)-dot < 3 || offices[local] {
		return false
	}
	for _, c := range domain[dot+1:] {
		if !unicode.IsLetter(c) {
			return false
		}
	}
	first, _, _ := strings.Cut(domain, ".")
	second := domain[strings.LastIndexByte(domain[:dot], '.')+1 : dot]
	return !pretended[first] && !pretended[second]
}
