// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUndoCommand>
#include <chrono>
#include <utility>

#include "ui/campaign_document.h"

namespace heliograph::ui {

/// Sets one field of the open campaign that is no text. Changes that follow one another quickly become one step. A
/// step that ends where it began vanishes; a choice that is taken back does so at any time.
template <class T>
class SetFieldCommand final : public QUndoCommand {
 public:
  SetFieldCommand(CampaignDocument& document, CampaignField field, T campaign::Campaign::*member, T value, Edit edit)
      : m_document(document),
        m_field(field),
        m_member(member),
        m_before(document.campaign().*member),
        m_after(std::move(value)),
        m_edit(edit),
        m_at(std::chrono::steady_clock::now()),
        m_step(document.step()) {}

  void undo() override { m_document.apply(m_member, m_before, {m_field, ChangeEvent::Cause::Undo}); }

  void redo() override {
    const auto cause = m_done ? ChangeEvent::Cause::Redo : ChangeEvent::Cause::Edit;
    m_done = true;
    m_document.apply(m_member, m_after, {m_field, cause});
  }

  [[nodiscard]] int id() const override { return static_cast<int>(m_field); }

  bool mergeWith(const QUndoCommand* other) override {
    const auto* next = static_cast<const SetFieldCommand*>(other);
    const bool quick = next->m_step == m_step && next->m_at - m_at <= kPause;
    const bool chosenBack = m_edit == Edit::Choice && next->m_edit == Edit::Choice && next->m_after == m_before;
    if (!quick && !chosenBack) return false;
    m_after = next->m_after;
    m_at = next->m_at;
    setObsolete(m_after == m_before);
    return true;
  }

 private:
  static constexpr std::chrono::milliseconds kPause{800};

  CampaignDocument& m_document;
  CampaignField m_field;
  T campaign::Campaign::*m_member;
  T m_before;
  T m_after;
  Edit m_edit;
  std::chrono::steady_clock::time_point m_at;
  quint64 m_step;
  bool m_done = false;
};

}  // namespace heliograph::ui
