// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

#include "campaign/linked_check.h"
#include "message/snippets.h"
#include "ui/widgets/card.h"

class QComboBox;

namespace heliograph::ui {

class CampaignDocument;

/// The linked content that the message reads: what fills each parameter of each source, a property or a text. Hidden
/// when the message reads none.
class LinkedPanel final : public Card {
  Q_OBJECT
 public:
  explicit LinkedPanel(CampaignDocument& document, QWidget* parent = nullptr);

  /// What may fill a parameter.
  void setProperties(const QStringList& names);
  /// Shows the sources that the message reads now.
  void show(const std::vector<campaign::KnownSource>& known, const message::Snippets& snippets);
  /// Puts the focus on the first parameter that is filled with nothing, or on the first of all.
  void focusFirst();

 Q_SIGNALS:
  /// The person wants to see the source itself; with an empty name, to add one.
  void sourceRequested(const QString& name);

 private:
  void build();
  void addSource(const campaign::KnownSource& source);
  void addParameter(const campaign::KnownSource& source, const QString& parameter);
  void fillChoice(QComboBox& choice, const campaign::LinkedParameter* filled) const;
  void store(const QString& source, const QString& parameter, const campaign::LinkedParameter& filled);
  [[nodiscard]] const campaign::LinkedParameter* filledWith(const QString& source, const QString& parameter) const;

  CampaignDocument& m_document;
  QStringList m_properties;
  std::vector<campaign::KnownSource> m_shown;
  std::vector<campaign::LinkedUse> m_uses;  ///< as they are shown
  QWidget* m_contents = nullptr;
};

}  // namespace heliograph::ui
