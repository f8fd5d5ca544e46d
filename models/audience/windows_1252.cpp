// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/windows_1252.h"

#include <array>

#include "audience/cell_value.h"

namespace heliograph::audience {
namespace {

/// What the bytes 0x80 to 0x9F stand for; 0 for the five that stand for nothing.
constexpr std::array<char16_t, 32> upperControls{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                 0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool isAscii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

char16_t characterOf(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 || byte > 0x9F ? char16_t{byte} : upperControls[byte - 0x80U];
}

/// Length of the UTF-8 character beyond ASCII that a text begins with; 0 if it begins with none.
std::size_t utf8Length(std::string_view text) {
  for (std::size_t length = 2; length <= 4 && length <= text.size(); ++length) {
    if (isUtf8(text.substr(0, length))) return length;
  }
  return 0;
}

/// How many characters beyond ASCII speak for an encoding.
struct Evidence {
  int utf8 = 0;
  int windows1252 = 0;
  bool undefined = false;  ///< a byte that Windows-1252 doesn't have

  void take(std::string_view bytes);
};

void Evidence::take(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (isAscii(bytes[i])) continue;
    if (const std::size_t length = utf8Length(bytes.substr(i)); length > 0) {
      ++utf8;
      i += length - 1;
    } else {
      ++windows1252;
      undefined = undefined || characterOf(bytes[i]) == 0;
    }
  }
}

}  // namespace

bool looksLikeWindows1252(QIODevice& device) {
  static constexpr qint64 piece = qint64{1} << 20;
  static constexpr int enough = 1000;
  Evidence evidence;
  while (!evidence.undefined && evidence.utf8 + evidence.windows1252 < enough) {
    // A character that is cut where the piece ends weighs little against the others.
    const QByteArray bytes = device.read(piece);
    if (bytes.isEmpty()) break;
    evidence.take({bytes.constData(), static_cast<std::size_t>(bytes.size())});
  }
  return !evidence.undefined && evidence.windows1252 > 2 * evidence.utf8;
}

void appendWindows1252(std::string& text, std::string_view bytes) {
  text.reserve(text.size() + bytes.size());
  for (const char byte : bytes) {
    const char16_t c = characterOf(byte);
    if (c < 0x80) {
      text += byte;
    } else if (c < 0x800) {
      text += static_cast<char>(0xC0 | (c >> 6));
      text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
      text += static_cast<char>(0xE0 | (c >> 12));
      text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
      text += static_cast<char>(0x80 | (c & 0x3F));
    }
  }
}

}  // namespace heliograph::audience
