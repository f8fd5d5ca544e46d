// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUndoStack>

#include "campaign/campaign.h"
#include "ui/change_event.h"

namespace heliograph::ui {

/// Whether an edit is one keystroke of many or an act of its own.
enum class Edit { Once, Typing };

/// The campaign being edited: the value, its undo stack, and the news of every change. It changes only by undo
/// commands; saving is CampaignAutosave's.
class CampaignDocument final : public QObject {
  Q_OBJECT
 public:
  explicit CampaignDocument(campaign::Campaign campaign, QObject* parent = nullptr);

  [[nodiscard]] const campaign::Campaign& campaign() const { return m_campaign; }
  [[nodiscard]] QUndoStack& undoStack() { return m_undo; }
  /// Grows with every change of the value; tells whether something changed since.
  [[nodiscard]] quint64 generation() const { return m_generation; }

  void setName(const QString& name);
  void setLabels(const QStringList& labels);
  void setRoute(const campaign::Route& route);
  void setAudience(const campaign::Audience& audience);
  void setMessage(const QByteArray& source);
  void setWhen(const schedule::When& when);

  /// Replaces the whole value with another version and forgets the undo steps.
  void replace(campaign::Campaign campaign);
  /// Notes the revision under which the value was saved; no change in the sense of changed().
  void setRevision(int revision) { m_campaign.revision = revision; }

 Q_SIGNALS:
  void changed(const heliograph::ui::ChangeEvent& event);

 private:
  template <class T>
  friend class SetFieldCommand;

  template <class T>
  void set(CampaignField field, T campaign::Campaign::*member, T value, Edit edit, const QString& text);

  template <class T>
  void apply(T campaign::Campaign::*member, const T& value, const ChangeEvent& event) {
    m_campaign.*member = value;
    announce(event);
  }
  void announce(const ChangeEvent& event);

  campaign::Campaign m_campaign;
  QUndoStack m_undo;
  quint64 m_generation = 0;
};

}  // namespace heliograph::ui
