// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUndoCommand>
#include <utility>

#include "ui/campaign_document.h"
#include "ui/typing_step.h"

namespace heliograph::ui {

/// Sets a text of the open campaign, its name (QString) or a copy of its message (QByteArray). Keystrokes become one
/// step as TypingStep says.
template <class T>
class SetTextCommand final : public QUndoCommand {
 public:
  SetTextCommand(CampaignDocument& document, CampaignField field, TextPlace<T> place, T value)
      : m_document(document),
        m_field(field),
        m_place(place),
        m_before(place.in(document.campaign())),
        m_after(std::move(value)),
        m_typing(words(m_before), words(m_after), std::chrono::steady_clock::now()),
        m_at(std::chrono::steady_clock::now()),
        m_step(document.step()) {}

  [[nodiscard]] TypingStep::Kind kind() const { return m_typing.kind(); }

  void undo() override { apply(m_after, m_before, ChangeEvent::Cause::Undo); }

  void redo() override {
    if (m_done) return apply(m_before, m_after, ChangeEvent::Cause::Redo);
    m_done = true;
    m_document.applyText(m_place, m_after, {m_field, ChangeEvent::Cause::Edit, m_place.copy});
  }

  [[nodiscard]] int id() const override { return static_cast<int>(m_field) + m_place.copy * kIdsOfACopy; }

  bool mergeWith(const QUndoCommand* other) override {
    const auto* next = static_cast<const SetTextCommand*>(other);
    if (next->m_step != m_step || !m_typing.take(words(next->m_before), words(next->m_after), next->m_at)) return false;
    m_after = next->m_after;
    setObsolete(m_after == m_before);
    return true;
  }

 private:
  static constexpr int kIdsOfACopy = 100;  // more than there are fields

  [[nodiscard]] static QString words(const QString& text) { return text; }
  [[nodiscard]] static QString words(const QByteArray& utf8) { return QString::fromUtf8(utf8); }
  [[nodiscard]] static qsizetype place(const QString&, qsizetype units) { return units; }
  [[nodiscard]] static qsizetype place(const QByteArray& utf8, qsizetype units) {
    return QString::fromUtf8(utf8).left(units).toUtf8().size();
  }

  void apply(const T& from, const T& to, ChangeEvent::Cause cause) {
    const TextChange change = changeBetween(words(from), words(to));
    const auto end = static_cast<int>(place(to, change.begin + change.inserted));
    m_document.applyText(m_place, to, {m_field, cause, m_place.copy, end});
  }

  CampaignDocument& m_document;
  CampaignField m_field;
  TextPlace<T> m_place;
  T m_before;
  T m_after;
  TypingStep m_typing;
  TypingStep::Time m_at;
  quint64 m_step;
  bool m_done = false;
};

}  // namespace heliograph::ui
