// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <chrono>

namespace heliograph::ui {

/// Where two texts differ, in UTF-16 units: `removed` units from `begin` on became `inserted` ones.
struct TextChange {
  qsizetype begin = 0;
  qsizetype removed = 0;
  qsizetype inserted = 0;

  bool operator==(const TextChange&) const = default;
};

/// The shortest stretch in which `after` differs from `before`; it splits no surrogate pair.
[[nodiscard]] TextChange changeBetween(QStringView before, QStringView after);

/// Keystrokes that one undo takes back: they follow one another without a pause at one place. A step ends at the first
/// word after twenty characters, at a pause of a second, at a jump of the caret, and at all that is no single
/// keystroke: a paste, a cut, a drop.
class TypingStep final {
 public:
  using Time = std::chrono::steady_clock::time_point;
  enum class Kind { Typing, Deletion, Other };

  TypingStep(QStringView before, QStringView after, Time at);

  /// Adds the change that follows, if it belongs to this step; false leaves the step as it is.
  [[nodiscard]] bool take(QStringView before, QStringView after, Time at);
  [[nodiscard]] Kind kind() const { return m_kind; }

  static constexpr std::chrono::milliseconds kPause{1000};

 private:
  [[nodiscard]] bool takeInsertion(QStringView before, QStringView after, const TextChange& change);
  [[nodiscard]] bool takeDeletion(QStringView before, QStringView after, const TextChange& change);

  Kind m_kind;
  Time m_at;
  qsizetype m_begin;  ///< of what the step typed
  qsizetype m_caret;  ///< where the next keystroke is expected
  bool m_afterSpace;
};

}  // namespace heliograph::ui
