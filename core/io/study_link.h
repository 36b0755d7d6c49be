#pragma once

#include "core/io/study.h"

namespace bilevel {

/// A study as one word: "bilevelscope:1:" and its JSON, deflated, in base64url (RFC 4648, without padding).
std::string studyLink(const Study& study);

/// Is there a link in the text, whole or not?
bool hasLink(std::string_view text);

/// The JSON in the first link of a text, for readStudy(). What stands around the link does not matter, nor do
/// white space and marks that mail programs put into it. Errors: there is none; it is cut, damaged, or of a newer
/// version.
Result<std::string> readLink(std::string_view text);

}  // namespace bilevel
