// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace heliograph::audience {

/// Reads a JSON text (RFC 8259) value by value, without keeping any of it. Texts are unescaped where they stand, so
/// that the memory is changed. After something that is no JSON every answer is empty and failed() is true.
///
///     cursor.enter();
///     while (cursor.key(name)) if (name == "id") id = cursor.string(); else cursor.skip();
class JsonCursor final {
 public:
  enum class Kind { Object, Array, String, Number, Boolean, Null, Nothing };

  JsonCursor(char* begin, char* end) : m_at(begin), m_end(end) {}
  explicit JsonCursor(std::string& text) : JsonCursor(text.data(), text.data() + text.size()) {}

  /// Of the value that comes next; Nothing at the end.
  [[nodiscard]] Kind kind();
  /// Goes into the object or array that comes next.
  void enter();
  /// The next member's name; false behind the last one, which leaves the object. Its value has to be read.
  [[nodiscard]] bool key(std::string_view& name);
  /// Whether another element comes; false behind the last one, which leaves the array.
  [[nodiscard]] bool item();

  [[nodiscard]] std::string_view string();
  /// A number as it stands.
  [[nodiscard]] std::string_view number();
  [[nodiscard]] bool boolean();
  /// Passes over any value; gives it as it stands.
  std::string_view skip();

  /// Whether nothing but blanks is left.
  [[nodiscard]] bool atEnd();
  [[nodiscard]] bool failed() const { return m_failed; }

 private:
  void passBlanks();
  bool take(char sign);
  bool fail();
  bool takeWord(std::string_view word);
  char* endOfString();
  void skipValue(int depth);

  char* m_at;
  char* m_end;
  bool m_first = false;  ///< nothing of the object or array was read yet
  bool m_failed = false;
};

/// Adds a text to JSON, in quotes.
void appendJsonText(std::string& json, std::string_view text);

}  // namespace heliograph::audience
