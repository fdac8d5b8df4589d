"""Links that lead off the public internet, or would if somebody read them carelessly: one row for each kind."""

# ruff: noqa: RUF001  letters of other scripts that look like ASCII are what these links are about

from __future__ import annotations

# Refused for the address that would be dialled. Names are answered with loopback by a scripted name server.
FORBIDDEN: dict[str, str] = {
    "loopback": """
        http://127.0.0.1/ https://127.0.0.1/ http://127.0.0.1:80/ https://127.0.0.1:443/ http://127.0.1.1/
        http://127.1.1.1/
        http://127.255.255.255/ http://127.0.0.0/ http://127.0.0.1./ http://127.0.0.1?x http://127.0.0.1#x
        http://localhost/ http://LOCALHOST/ http://localhost./ https://localhost/ http://a.localhost/
        http://localhost.localdomain/ http://ip6-localhost/ http://localhost6/ http://localhost:443/
    """,
    "this network": "http://0.0.0.0/ http://0/ http://00/ http://0x/ http://0x0/ http://0.0/ http://0.1.2.3/ http://000.0.0.0/",
    "private": """
        http://10.0.0.1/ http://10.255.255.255/ http://10.1/ http://167772161/ http://012.0.0.1/ http://0xa.0.0.1/
        http://172.16.0.1/ http://172.31.255.255/ http://172.16.1/ http://192.168.0.1/ http://192.168.1.1/admin
        http://192.168.257/ http://0xc0a80101/ http://3232235777/ http://0300.0250.1.1/ http://100.64.0.1/
        http://100.127.255.254/ http://192.0.0.1/ http://192.0.0.170/ http://198.18.0.1/ http://198.19.255.254/
        http://192.0.2.1/ http://198.51.100.7/ http://203.0.113.9/ http://192.88.99.1/
    """,
    "link-local": "http://169.254.0.1/ http://169.254.255.255/ http://[fe80::1]/ http://[fe80::a:b:c:d]/ http://[febf::1]/",
    "metadata": """
        http://169.254.169.254/latest/meta-data/iam/security-credentials/ http://169.254.169.254/computeMetadata/v1/
        http://169.254.169.254/metadata/instance?api-version=2021-02-01 http://169.254.169.254/openstack/latest
        http://169.254.169.254/opc/v2/instance/ http://169.254.169.254/hetzner/v1/metadata
        http://169.254.170.2/v2/credentials
        http://169.254.170.23/v1/credentials http://169.254.169.123/ http://169.254.169.253/
        http://100.100.100.200/latest/
        http://168.63.129.16/machine?comp=goalstate http://192.0.0.192/latest/ http://169.254.0.23/
        http://169.254.10.10/
        http://169.254.42.42/conf http://metadata/ http://metadata.google.internal/ http://metadata.goog/
        http://instance-data/ http://metadata.tencentyun.com/ http://rancher-metadata/
        http://169.254.169.254.nip.example/
        http://[fd00:ec2::254]/ http://[fd20:ce::254]/ http://[fd00:42::42]/ http://[fe80::a9fe:a9fe]/
        http://2852039166/ http://0xa9fea9fe/ http://0xA9FEA9FE/ http://025177524776/ http://0251.0376.0251.0376/
        http://0xa9.0xfe.0xa9.0xfe/ http://169.254.43518/ http://169.16689662/ http://0xa9.254.0251.254/
        http://[::ffff:169.254.169.254]/ http://[::ffff:a9fe:a9fe]/ http://[::a9fe:a9fe]/ http://[::169.254.169.254]/
        http://[64:ff9b::169.254.169.254]/ http://[64:ff9b::a9fe:a9fe]/ http://[64:ff9b:1::a9fe:a9fe]/
        http://[2002:a9fe:a9fe::]/ http://[2002:a9fe:a9fe::1]/ http://[2001:0:a9fe:a9fe::]/ http://[2001::5601:5601]/
        http://[::ffff:168.63.129.16]/ http://[64:ff9b::168.63.129.16]/ http://[::ffff:100.100.100.200]/
    """,
    "encoded": """
        http://127.1/ http://127.0.1/ http://2130706433/ http://0x7f000001/ http://0X7F000001/ http://0x7f.0.0.1/
        http://0x7f.1/ http://0177.0.0.1/ http://017700000001/ http://0177.0x0.0.1/ http://0177.1/
        http://127.000.000.001/
        http://0x7f.0x0.0x0.0x1/ http://0000000000000000000177.0.0.1/ http://0x00000000000000007f.0.0.1/
        http://0x0000000000000000000000007f000001/ http://00000000000000000000017700000001/ http://2130706433./
        http://0x7F.1./ http://127.0x1/ http://0177.0.0.01/ http://127.0.0.0x1/ http://127.0.0.00000000000000001/
        http://2886729729/ http://0254.020.0.1/ http://4294967295/ http://0xffffffff/ http://037777777777/
    """,
    "unicode": """
        http://①②⑦.⓪.⓪.①/ http://127。0。0。1/ http://①②⑦.1/ http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/ http://\uff11\uff12\uff17.\uff10.0.1/
        http://\uff11\uff16\uff19.254.169.254/ http://127\uff0e0\uff0e0\uff0e1/ http://127\uff610\uff610\uff611/
        http://\u2460\u2461\u2466.0.0.1/ http://\U0001d7d9\U0001d7da\U0001d7df.0.0.1/
        http://¹²⁷.⁰.⁰.¹/ http://₁₂₇.₀.₀.₁/ http://127.0.0.1\xad/ http://1\xad27.0.0.1/ http://local\xadhost/
        http://\uff10\uff58\uff17\uff46.1/ http://\uff12\uff11\uff13\uff10\uff17\uff10\uff16\uff14\uff13\uff13/
        http://ｌｏｃａｌｈｏｓｔ/ http://𝕝𝕠𝕔𝕒𝕝𝕙𝕠𝕤𝕥/ http://lo\u212aalhost.example/ http://loca\u017f.example/
        http://bücher.example/ http://xn--bcher-kva.example/ http://127.0.0.1。/ http://localhost。/ http://ﬁle.example/
        http://๑๒๗.example/
    """,
    "version 6": """
        http://[::1]/ http://[::]/ http://[0:0:0:0:0:0:0:1]/ http://[0000:0000:0000:0000:0000:0000:0000:0001]/
        https://[::1]:443/ http://[::127.0.0.1]/ http://[::7f00:1]/ http://[::ffff:127.0.0.1]/
        http://[::FFFF:127.0.0.1]/
        http://[::ffff:7f00:1]/ http://[0:0:0:0:0:ffff:127.0.0.1]/ http://[::ffff:0:127.0.0.1]/
        http://[::ffff:0:7f00:1]/
        http://[::ffff:10.0.0.1]/ http://[::ffff:0.0.0.0]/ http://[64:ff9b::127.0.0.1]/ http://[64:ff9b::10.0.0.1]/
        http://[64:ff9b:1::1]/ http://[64:ff9b:1:ffff::7f00:1]/ http://[2002:7f00:1::]/ http://[2002:7f00:1::1]/
        http://[2002:c0a8:101::1]/ http://[2001:0:7f00:1::]/ http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/
        http://[fc00::1]/ http://[fd00::1]/ http://[fdff:ffff::1]/ http://[fec0::1]/ http://[ff01::1]/ http://[ff02::1]/
        http://[ff0e::1]/ http://[3fff::1]/ http://[5f00::1]/ http://[100::1]/ http://[2001:db8::1]/ http://[2001:2::1]/
        http://[2001:10::1]/ http://[4000::1]/ http://[::2]/ http://[::ffff:ffff:7f00:1]/ http://[1::1]/
    """,
    "multicast and broadcast": """
        http://224.0.0.1/ http://239.255.255.250/ http://240.0.0.1/ http://255.255.255.255/ http://3758096385/
    """,
    "names": """
        http://internal.example/ http://127.0.0.1.nip.example/ http://7f000001.rebind.example/ http://wiki/
        http://printer.local/
        http://vault.service.consul/ http://kubernetes.default.svc/ http://kubernetes.default.svc.cluster.local/
        http://host.docker.internal/ http://gateway.docker.internal/ http://redis/ http://db/ http://a/
        http://router.lan/
        http://http://127.0.0.1/ http://[::1]:/80 http://localhost:/
        http://intranet.corp/ http://nas.home.arpa/ http://_dns.resolver.arpa/ http://1.0.0.127.in-addr.arpa/
        http://spoofed.example:443/ http://a.b.c.d.e.f.example/ http://127.0.0.1.example/ http://0x7f.example/
        http://2130706433.example/ http://example.com./ http://my_host.example/
    """,
}

# Refused as links: no careful reader makes a web page's address of them. No name server may be asked.
NO_LINK: dict[str, tuple[str, ...]] = {
    "user-info": tuple(
        """
        http://user@127.0.0.1/ http://user:pass@example.com/ http://example.com@127.0.0.1/
        http://example.com:80@127.0.0.1/
        http://@127.0.0.1/ http://:@127.0.0.1/ http://a:b@c:d@127.0.0.1/ http://example.com@@127.0.0.1/
        http://127.0.0.1@example.com/ http://example.com%40127.0.0.1/ http://example.com&@127.0.0.1/
        http://foo@127.0.0.1@example.com/ http://example.com;@127.0.0.1/ http://example.com,@127.0.0.1/
        http://1.1.1.1&@2.2.2.2:80/ http://foo@evil.example:80@example.com/ http://example.com%2f@127.0.0.1/
        http://example.com%23@127.0.0.1/ http://example.com%3f@127.0.0.1/ http://[::1]@example.com/ http://a@[::1]/
        """.split()
    ),
    "confused parsers": (
        *"http://127.0.0.1\\@example.com/ http://127.0.0.1:80\\@example.com:80/ http://example.com\\.127.0.0.1/".split(),
        *"http:\\\\127.0.0.1/ http:/127.0.0.1/ http:127.0.0.1 http:///127.0.0.1/ //127.0.0.1/ 127.0.0.1 ://127.0.0.1/".split(),
        *"http://example.com\\127.0.0.1/ http://[::1/ http://::1]/ http://::1/ http://[::1]x/ http://[::1].example/".split(),
        *"http://[127.0.0.1]/ http://[localhost]/ http://[]/ http://[[::1]]/ http://[::1]]/ http://[v1.fe80::1]/".split(),
        *"http://127.0.0.1;x/ http://127.0.0.1,example.com/ http://exam<ple.com/ http://example.com|127.0.0.1/".split(),
        *"http://example.com`127.0.0.1/ http://{127.0.0.1}/ http://$127.0.0.1/ http://!127.0.0.1/ http://*/ http://+1.1.1.1/".split(),
        *"http:// http://? http://# http://. http://.. http://.127.0.0.1/ http://127..0.0.1/ http://127.0.0.1../".split(),
        *"http://-1/ http://127.0.0.-1/ http://1e3.1/ url:http://127.0.0.1/ http://:80/".split(),
        *"http://~/ http://127.0.0.1%/ http://'127.0.0.1'/ http://(127.0.0.1)/ http://a=b/ http://a..b/ http://^/".split(),
    ),
    "encoded": tuple(
        """
        http://%31%32%37.0.0.1/ http://127%2e0%2e0%2e1/ http://%6c%6f%63alhost/ http://localhost%00.example.com/
        http://127.0.0.1%00/ http://127.0.0.1%20/ http://127.0.0.1%0d%0aHost:x/ http://example.com%2f127.0.0.1/
        http://1.2.3.4.5/ http://0x100000000/ http://4294967296/ http://256.256.256.256/ http://127.0.0.256/
        http://127.0.65536/ http://127.16777216/ http://08.0.0.1/ http://0x7g.0.0.1/ http://1_0.0.0.1/
        http://0b1111111.1/
        http://0o177.0.0.1/ http://127.0.0.1.1/ http://a.127/ http://example.0x7f/ http://0xffffffffffffffffffff/
        http://٠.٠.٠.٠.1/ http://१२७.0.0.1/ http://127․0․0․1/ http://%e2%91%a0.1/ http://[::%31]/ http://[::ffff:127.1]/
        """.split()
    ),
    "zones": tuple(
        """
        http://[::1%25lo]/ http://[fe80::1%eth0]/ http://[fe80::1%25eth0]/ http://[fe80::1%251]/ http://[::1%]/
        http://[fe80::1%25eth0%25x]/ http://[2606:4700::1%25lo]/ http://[::ffff:127.0.0.1%25lo]/
        """.split()
    ),
    "ports": tuple(
        """
        http://127.0.0.1:22/ http://127.0.0.1:6379/ http://127.0.0.1:65536/ http://127.0.0.1:99999/ http://127.0.0.1:-1/
        http://127.0.0.1:0/ http://127.0.0.1:+80/ http://127.0.0.1:0x50/ http://127.0.0.1:80:80/ http://127.0.0.1:8 0/
        http://127.0.0.1:4294967376/ http://[::1]:11211/ http://example.com:6379/ http://example.com:8080/
        http://example.com:25/ http://example.com:81/ https://example.com:8443/ http://example.com:080000000/
        http://example.com:８０８０/ http://example.com:80x/ https://example.com:25/ http://example.com:port/
        """.split()
    ),
    "schemes": tuple(
        """
        ftp://127.0.0.1/ ftps://example.com/ file:///etc/passwd file://localhost/etc/passwd file://127.0.0.1/c$/x
        gopher://127.0.0.1:6379/_INFO dict://127.0.0.1:11211/stats javascript:alert(1)
        javascript://127.0.0.1/%0aalert(1)
        data:text/html,x data://text/plain;base64,eA== jar:http://127.0.0.1!/ ldap://127.0.0.1/ ldaps://127.0.0.1/
        unix:///var/run/docker.sock http+unix://%2fvar%2frun%2fdocker.sock/ ws://127.0.0.1/ wss://127.0.0.1/
        smb://127.0.0.1/a
        sftp://127.0.0.1/ ssh://127.0.0.1/ telnet://127.0.0.1/ tftp://127.0.0.1/ redis://127.0.0.1/ mailto:a@localhost
        netdoc:///etc/passwd phar:///tmp/x expect://id php://input view-source:http://127.0.0.1/ blob:http://127.0.0.1/x
        about:blank chrome://version vbscript:x intent://127.0.0.1/ httpx://127.0.0.1/ httpss://127.0.0.1/
        h://127.0.0.1/
        feed:http://127.0.0.1/ hTtP:127.0.0.1 tel:1 urn:x https:127.0.0.1
        """.split()
    ),
    "controls": (
        *("http://example.com\r\n.127.0.0.1/", "http://127.0.0.1\t/", "http://127.0.0.1 /", "http://exa\x00mple.com/"),
        *("http://127.0.0.1\n/", "ht\ntp://127.0.0.1/", "http:\n//127.0.0.1/", "http://127.\t0.0.1/", "http://\x00/"),
        *("http://example.com/\r\nHost: 127.0.0.1", "http://example.com/a\r\n\r\nGET /b", "http://example.com/\x00"),
        *("http://example.com\x0b@127.0.0.1/", "http://example.com /@127.0.0.1", "http://example.com\xa0.127.0.0.1/"),
        *("http://example.com\u2028/", "http://127.0.0.1\u3000/", "\x01http://127.0.0.1/", "http://\u202e1.0.0.721/"),
        *("http://example.com/\u2066x", "http://exam\ud800ple.com/", "http://127.0.0.1\x7f/", "http://127.0.0.1\x85/"),
    ),
    "unicode": tuple(
        """
        http://example.com⁄@127.0.0.1/ http://℀.example/ http://a℅.example/ http://127.0.0.1℁/ http://⒈⒉⒎.example/
        http://evil.c℀.example.com/ http://example.com＃@127.0.0.1/ http://example.com／.x/ http://example.com？/
        http://example.com＠127.0.0.1/ http://127.0.0.1：80/ http://［::1］/ http://example.com＼x/ http://\xad/
        http://é\u200b.x/
        """.split()
    ),
    "too long": (
        "http://" + "9" * 60 + "/",
        "http://" + "a" * 64 + ".example/",
        "http://" + "a." * 130 + "example/",
        "http://127.0.0.1/" + "a" * 3_000,
        "http://" + "0" * 300 + "177.0.0.1/",
        "http://[" + "0:" * 400 + "1]/",
        "http://" + "é" * 70 + ".example/",
        "http://example.com/" + "é" * 700,
    ),
}
