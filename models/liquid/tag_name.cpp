// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/tag_name.h"

#include "liquid/utf8.h"

namespace heliograph::liquid {

namespace {

bool isTagWord(char c) {
  return isLetter(c) || isDigit(c) || c == '_';
}

}  // namespace

TagName tagNameIn(std::string_view source, std::size_t begin, std::size_t end) {
  while (begin < end && isSpace(source[begin])) {
    ++begin;
  }
  std::size_t stop = begin;
  if (stop < end && source[stop] == '#') {
    ++stop;
  } else {
    while (stop < end && isTagWord(source[stop])) {
      ++stop;
    }
  }
  return {begin, stop};
}

}  // namespace heliograph::liquid
