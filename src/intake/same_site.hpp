// Whether a post comes from our own page. Pure.
//
// Origin and Sec-Fetch-Site are sent by browsers and cannot be forged by a page; a program that is no browser
// sends neither and is taken. "Origin: null" (a sandboxed frame, a file) is foreign.
#pragma once

#include "intake/request_head.hpp"

namespace postbox::intake {

bool is_from_another_site(const RequestHead& head);

}  // namespace postbox::intake
