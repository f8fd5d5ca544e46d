// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/published_version.h"
#include "core/ids.h"
#include "ui/services.h"
#include "ui/widgets/fold.h"

namespace heliograph::ui {

class FactRow;
class Label;

/// What was sent, folded: the message as it was frozen, to whom, through whom, and when it was published.
class SentMessage final : public QWidget {
  Q_OBJECT
 public:
  explicit SentMessage(Services& services, QWidget* parent = nullptr);

  /// Reads a version; nothing when it is shown already.
  void show(VersionId version, const QString& audience);
  using QWidget::show;

 private:
  struct Found {
    Result<campaign::FrozenCampaign> version;
    QString route;
  };
  void fill(const Found& found, const QString& audience);

  Services& m_services;
  VersionId m_version;
  Fold* m_fold;
  Label* m_message;
  FactRow* m_audience;
  FactRow* m_route;
  FactRow* m_approved;
};

}  // namespace heliograph::ui
