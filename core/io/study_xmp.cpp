#include "core/io/study_xmp.h"

#include "core/io/study_link.h"

namespace bilevel {
namespace {

/// Text as XML holds it; it has no words for control characters.
std::string xmlText(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else
            out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out;
}

}  // namespace

std::string studyXmp(const Study& study) {
    return R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:bilevelscope="urn:bilevelscope">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">)" +
           xmlText(study.problem.name) + R"(</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>Bilevelscope )" BILEVELSCOPE_VERSION R"(</xmp:CreatorTool>
<bilevelscope:study>)" +
           studyLink(study) + R"(</bilevelscope:study>
</rdf:Description></rdf:RDF></x:xmpmeta>
)";
}

std::string studyXmpPacket(const Study& study) {
    return "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + studyXmp(study) +
           "<?xpacket end=\"w\"?>\n";
}

}  // namespace bilevel
