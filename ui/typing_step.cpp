// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/typing_step.h"

#include <algorithm>

namespace heliograph::ui {

namespace {

/// Units of one keystroke: a surrogate pair, or a letter with its mark.
constexpr qsizetype kKeystroke = 2;
/// A step that is longer ends with its word.
constexpr qsizetype kBurst = 20;

/// True if the change is that many units put in at `place`, wherever it was first seen: "aa" grows alike at both ends.
bool isInsertionAt(QStringView before, QStringView after, qsizetype place, qsizetype length) {
  return place >= 0 && place <= before.size() && before.left(place) == after.left(place) &&
         before.mid(place) == after.mid(place + length);
}

bool endsInSpace(QStringView text, qsizetype end) {
  return end > 0 && text.at(end - 1).isSpace();
}

}  // namespace

TextChange changeBetween(QStringView before, QStringView after) {
  const qsizetype shorter = std::min(before.size(), after.size());
  qsizetype front = 0;
  while (front < shorter && before[front] == after[front]) ++front;
  if (front > 0 && before[front - 1].isHighSurrogate()) --front;
  qsizetype back = 0;
  while (back < shorter - front && before[before.size() - 1 - back] == after[after.size() - 1 - back]) ++back;
  if (back > 0 && before[before.size() - back].isLowSurrogate()) --back;
  return {front, before.size() - back - front, after.size() - back - front};
}

TypingStep::TypingStep(QStringView before, QStringView after, Time at) : m_kind(Kind::Other), m_at(at) {
  const TextChange change = changeBetween(before, after);
  m_begin = change.begin;
  m_caret = change.begin + change.inserted;
  m_afterSpace = endsInSpace(after, m_caret);
  // Typing over a selection begins a step, too.
  if (change.inserted > 0 && change.inserted <= kKeystroke) m_kind = Kind::Typing;
  if (change.inserted == 0 && change.removed <= kKeystroke) m_kind = Kind::Deletion;
}

bool TypingStep::take(QStringView before, QStringView after, Time at) {
  if (m_kind == Kind::Other || at - m_at > kPause) return false;
  const TextChange change = changeBetween(before, after);
  bool taken = false;
  if (change.removed == 0 && change.inserted <= kKeystroke) taken = takeInsertion(before, after, change);
  if (change.inserted == 0 && change.removed <= kKeystroke) taken = takeDeletion(before, after, change);
  if (taken) m_at = at;
  return taken;
}

bool TypingStep::takeInsertion(QStringView before, QStringView after, const TextChange& change) {
  if (m_kind != Kind::Typing || !isInsertionAt(before, after, m_caret, change.inserted)) return false;
  const bool wordBegins = m_afterSpace && !after.at(m_caret).isSpace();
  if (wordBegins && m_caret - m_begin >= kBurst) return false;
  m_caret += change.inserted;
  m_afterSpace = endsInSpace(after, m_caret);
  return true;
}

bool TypingStep::takeDeletion(QStringView before, QStringView after, const TextChange& change) {
  const qsizetype backwards = m_caret - change.removed;
  if (isInsertionAt(after, before, backwards, change.removed)) {
    // Of typing only what the step itself typed is corrected: what was there before is a deletion of its own.
    if (m_kind == Kind::Typing && backwards < m_begin) return false;
    m_caret = backwards;
    m_begin = std::min(m_begin, m_caret);
    m_afterSpace = endsInSpace(after, m_caret);
    return true;
  }
  return m_kind == Kind::Deletion && isInsertionAt(after, before, m_caret, change.removed);
}

}  // namespace heliograph::ui
