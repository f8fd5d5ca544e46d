// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "providers/routes/asked_fields.h"
#include "ui/campaign_document.h"
#include "ui/services.h"

class QPlainTextEdit;

namespace heliograph::ui {

class FieldsCard;

/// What a test of a provider says: its text, and what this provider asks for beside it. Without a registered template
/// ID or a value of its own many a provider refuses every text.
class TestMessage final : public QWidget {
  Q_OBJECT
 public:
  /// `campaign` is what is proposed.
  TestMessage(Services& services, const campaign::Campaign& campaign, ProviderId provider, QWidget* parent = nullptr);

  /// What is to be sent, as typed.
  [[nodiscard]] const campaign::Campaign& campaign() const { return m_document.campaign(); }

 Q_SIGNALS:
  void changed();

 private:
  void arrange();
  void show(const providers::AskedFields& asked);
  void follow();

  CampaignDocument m_document;
  std::optional<providers::AskedFields> m_asked;  ///< none until it is known
  QWidget* m_message;
  QPlainTextEdit* m_text;
  FieldsCard* m_fields;
};

}  // namespace heliograph::ui
