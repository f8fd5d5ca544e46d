// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUndoCommand>
#include <chrono>
#include <utility>

#include "ui/campaign_document.h"

namespace heliograph::ui {

/// Sets what goes to the provider beside a copy of the message. Changes of the same field that follow one another
/// quickly become one step, which vanishes if it ends where it began.
class SetFieldsCommand final : public QUndoCommand {
 public:
  SetFieldsCommand(CampaignDocument& document, int copy, QString place, campaign::ProviderFields value)
      : m_document(document),
        m_copy(copy),
        m_place(std::move(place)),
        m_before(document.fieldsOf(copy)),
        m_after(std::move(value)),
        m_at(std::chrono::steady_clock::now()),
        m_step(document.step()) {}

  void undo() override { apply(m_before, ChangeEvent::Cause::Undo); }

  void redo() override {
    apply(m_after, std::exchange(m_done, true) ? ChangeEvent::Cause::Redo : ChangeEvent::Cause::Edit);
  }

  [[nodiscard]] int id() const override { return static_cast<int>(CampaignField::Fields); }

  bool mergeWith(const QUndoCommand* other) override {
    const auto* next = static_cast<const SetFieldsCommand*>(other);
    const bool same = next->m_copy == m_copy && next->m_place == m_place && next->m_step == m_step;
    if (!same || next->m_at - m_at > kFieldsPause) return false;
    m_after = next->m_after;
    m_at = next->m_at;
    setObsolete(m_after == m_before);
    return true;
  }

 private:
  static constexpr std::chrono::milliseconds kFieldsPause{1000};

  void apply(const campaign::ProviderFields& fields, ChangeEvent::Cause cause) {
    m_document.applyFields(fields, {CampaignField::Fields, cause, m_copy, -1, m_place});
  }

  CampaignDocument& m_document;
  int m_copy;
  QString m_place;
  campaign::ProviderFields m_before;
  campaign::ProviderFields m_after;
  std::chrono::steady_clock::time_point m_at;
  quint64 m_step;
  bool m_done = false;
};

}  // namespace heliograph::ui
