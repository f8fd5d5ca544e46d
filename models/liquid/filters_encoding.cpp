// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>

#include "liquid/filter.h"
#include "liquid/utf8.h"
#include "liquid/value_text.h"

namespace heliograph::liquid {

namespace {

constexpr std::string_view base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view hexDigits = "0123456789ABCDEF";

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

/// An entity like &amp; or &#39; that text begins with.
bool isEntity(std::string_view text) {
  std::size_t at = 1;
  const bool numeric = text.size() > 1 && text[1] == '#';
  at += numeric ? 1 : 0;
  const std::size_t begin = at;
  while (at < text.size() && (numeric ? isDigit(text[at]) : isLetter(text[at]))) {
    ++at;
  }
  return at > begin && at < text.size() && text[at] == ';';
}

Value escaped(FilterContext& context, const Value& input, bool keepsEntities) {
  const std::string_view text = countedText(input, context.scratch);
  std::string made;
  made.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view replacement = entity(text[i]);
    const bool kept = text[i] == '&' && keepsEntities && isEntity(text.substr(i, 40));
    if (replacement.empty() || kept) {
      made.push_back(text[i]);
    } else {
      made += replacement;
    }
  }
  return context.scratch.copy(made);
}

Value escape(FilterContext& context, const Value& input, Arguments) {
  return input.isNil() ? Value() : escaped(context, input, false);
}

Value escapeOnce(FilterContext& context, const Value& input, Arguments) {
  return escaped(context, input, true);
}

Value urlEncode(FilterContext& context, const Value& input, Arguments) {
  if (input.isNil()) {
    return {};
  }
  std::string made;
  for (const char c : countedText(input, context.scratch)) {
    if (isLetter(c) || isDigit(c) || c == '_' || c == '.' || c == '-' || c == '~') {
      made.push_back(c);
    } else if (c == ' ') {
      made.push_back('+');
    } else {
      const auto byte = static_cast<unsigned char>(c);
      made.push_back('%');
      made.push_back(hexDigits[byte >> 4]);
      made.push_back(hexDigits[byte & 15]);
    }
  }
  return context.scratch.copy(made);
}

int hexValue(char c) {
  if (isDigit(c)) {
    return c - '0';
  }
  const char lower = lowerAscii(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

Value urlDecode(FilterContext& context, const Value& input, Arguments) {
  if (input.isNil()) {
    return {};
  }
  const std::string_view text = countedText(input, context.scratch);
  std::string made;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool coded =
        text[i] == '%' && i + 2 < text.size() && hexValue(text[i + 1]) >= 0 && hexValue(text[i + 2]) >= 0;
    if (coded) {
      made.push_back(static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2])));
      i += 2;
    } else {
      made.push_back(text[i] == '+' ? ' ' : text[i]);
    }
  }
  return isValidUtf8(made) ? context.scratch.copy(made)
                           : context.scratch.fail("url_decode gives an invalid byte sequence (no UTF-8).");
}

Value base64Encoded(FilterContext& context, const Value& input, bool urlSafe) {
  const std::string_view text = countedText(input, context.scratch);
  std::string made;
  made.reserve((text.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < text.size(); i += 3) {
    std::uint32_t bits = 0;
    const std::size_t count = std::min<std::size_t>(3, text.size() - i);
    for (std::size_t j = 0; j < 3; ++j) {
      bits = bits << 8 | (j < count ? static_cast<unsigned char>(text[i + j]) : 0U);
    }
    for (std::size_t j = 0; j < 4; ++j) {
      made.push_back(j <= count ? base64Digits[bits >> (18 - 6 * j) & 63] : '=');
    }
  }
  if (urlSafe) {
    std::replace(made.begin(), made.end(), '+', '-');
    std::replace(made.begin(), made.end(), '/', '_');
  }
  return context.scratch.copy(made);
}

/// False when text isn't base64 with its padding.
bool decodeBase64(std::string_view text, std::string& made) {
  if (text.size() % 4 != 0) {
    return false;
  }
  const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool isPadding = i >= text.size() - padding;
    const std::size_t digit = isPadding ? 0 : base64Digits.find(text[i]);
    if (digit == std::string_view::npos) {
      return false;
    }
    bits = bits << 6 | static_cast<std::uint32_t>(digit);
    if (i % 4 == 3) {
      made.push_back(static_cast<char>(bits >> 16 & 255));
      made.push_back(static_cast<char>(bits >> 8 & 255));
      made.push_back(static_cast<char>(bits & 255));
    }
  }
  made.resize(made.size() - padding);
  return isValidUtf8(made);
}

Value base64Decoded(FilterContext& context, const Value& input, bool urlSafe) {
  std::string text(countedText(input, context.scratch));
  if (urlSafe) {
    std::replace(text.begin(), text.end(), '-', '+');
    std::replace(text.begin(), text.end(), '_', '/');
    text.append((4 - text.size() % 4) % 4, '=');
  }
  std::string made;
  return decodeBase64(text, made) ? context.scratch.copy(made)
                                  : context.scratch.fail("A text to decode is no valid base64.");
}

Value base64Encode(FilterContext& context, const Value& input, Arguments) {
  return base64Encoded(context, input, false);
}

Value base64UrlSafeEncode(FilterContext& context, const Value& input, Arguments) {
  return base64Encoded(context, input, true);
}

Value base64Decode(FilterContext& context, const Value& input, Arguments) {
  return base64Decoded(context, input, false);
}

Value base64UrlSafeDecode(FilterContext& context, const Value& input, Arguments) {
  return base64Decoded(context, input, true);
}

struct HtmlBlock {
  std::string_view open;
  std::string_view close;
};

/// Removes what stands between an opening and its closing mark, each of which is searched for once.
std::string withoutBlocks(std::string_view text, std::span<const HtmlBlock> blocks) {
  std::string made;
  std::array<bool, 3> unclosed{};
  for (std::size_t at = 0; at < text.size();) {
    bool removed = false;
    for (std::size_t i = 0; i < blocks.size() && text[at] == '<' && !removed; ++i) {
      if (unclosed[i] || text.substr(at, blocks[i].open.size()) != blocks[i].open) {
        continue;
      }
      const std::size_t close = text.find(blocks[i].close, at + blocks[i].open.size());
      unclosed[i] = close == std::string_view::npos;
      if (!unclosed[i]) {
        at = close + blocks[i].close.size();
        removed = true;
      }
    }
    if (!removed) {
      made.push_back(text[at++]);
    }
  }
  return made;
}

Value stripHtml(FilterContext& context, const Value& input, Arguments) {
  constexpr std::array<HtmlBlock, 3> blocks = {{{"<script", "</script>"}, {"<!--", "-->"}, {"<style", "</style>"}}};
  constexpr std::array<HtmlBlock, 1> tags = {{{"<", ">"}}};
  return context.scratch.copy(withoutBlocks(withoutBlocks(countedText(input, context.scratch), blocks), tags));
}

constexpr std::array encodingFilterTable = {
    FilterSpec{"escape", escape, 0, 0},
    FilterSpec{"h", escape, 0, 0},
    FilterSpec{"escape_once", escapeOnce, 0, 0},
    FilterSpec{"url_encode", urlEncode, 0, 0},
    FilterSpec{"url_decode", urlDecode, 0, 0},
    FilterSpec{"base64_encode", base64Encode, 0, 0},
    FilterSpec{"base64_decode", base64Decode, 0, 0},
    FilterSpec{"base64_url_safe_encode", base64UrlSafeEncode, 0, 0},
    FilterSpec{"base64_url_safe_decode", base64UrlSafeDecode, 0, 0},
    FilterSpec{"strip_html", stripHtml, 0, 0},
};

}  // namespace

std::span<const FilterSpec> encodingFilters() {
  return encodingFilterTable;
}

}  // namespace heliograph::liquid
