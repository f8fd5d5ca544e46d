// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/campaign_document.h"
#include "ui/services.h"

class QVBoxLayout;

namespace heliograph::ui {

/// One step of the composer: shows its fields of the campaign and changes them through the document only. Steps don't
/// know one another.
class StepPage : public QWidget {
  Q_OBJECT
 public:
  StepPage(Services& services, CampaignDocument& document, QWidget* parent = nullptr);

  /// Puts the campaign's values into the widgets, which then say nothing back.
  virtual void load(const campaign::Campaign& campaign) = 0;
  /// Puts the focus on a field named by an issue or an undo step; the first field for an unknown name. `offset` is a
  /// byte offset in the message, or -1.
  virtual void focusField(const QString& field, int offset = -1) = 0;
  /// The step came into view: the moment to refresh what others may have changed.
  virtual void enter() {}

 protected:
  /// The column of fields, scrolled when it is higher than the window.
  [[nodiscard]] QVBoxLayout* body() const { return m_body; }
  /// Puts a pane of fixed width at the right of the column.
  void setSidePane(QWidget* pane);

  Services& m_services;
  CampaignDocument& m_document;

 private:
  QVBoxLayout* m_body;
};

}  // namespace heliograph::ui
