// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <vector>

#include "delivery/check/link_checker.h"
#include "editors/property_choice.h"
#include "message/text_finishing.h"
#include "providers/shorteners/shortener.h"
#include "ui/services.h"
#include "ui/widgets/card.h"

class QComboBox;
class QStringListModel;
class QVBoxLayout;

namespace heliograph::ui {

class CampaignDocument;
class Label;
class LinkButton;
class LinkParameters;
class LinkRow;

/// The links of the message, shown while there are any: each with its length in the text of the person on the phone,
/// what is added to them, how one looks in the end, and a check that asks for each.
class LinksCard final : public Card {
  Q_OBJECT
 public:
  LinksCard(Services& services, CampaignDocument& document, QWidget* parent = nullptr);

  /// The links in the text of the person on the phone.
  void setLinks(const std::vector<message::FinishedLink>& links);
  void setProperties(const std::vector<editors::PropertyChoice>& properties);
  /// What may shorten them.
  void setShorteners(const std::vector<providers::Shortener>& shorteners);
  /// Puts the focus on the first thing that can be changed.
  void focusFirst();

 Q_SIGNALS:
  /// The person wants to set up a link shortener.
  void shortenersRequested();

 private:
  QWidget* makeShortening();
  void refresh();
  void showShortening();
  void choose(int row);
  void fillRows();
  void refreshRow(LinkRow& row, const message::FinishedLink& link);
  void noteFinding(LinkRow& row) const;
  void shorten(const QString& link, bool on);
  void checkLinks();
  void showFindings(const std::vector<delivery::LinkFinding>& findings);

  Services& m_services;
  CampaignDocument& m_document;
  LinkButton* m_check;
  QVBoxLayout* m_column;
  LinkParameters* m_parameters;
  Label* m_example;
  std::vector<message::FinishedLink> m_links;
  std::vector<LinkRow*> m_rows;
  std::vector<providers::Shortener> m_shorteners;
  QWidget* m_shortening = nullptr;
  QStringListModel* m_shortenerNames = nullptr;
  QComboBox* m_shortener = nullptr;
  LinkButton* m_setUp = nullptr;
  bool m_isChecking = false;
  QHash<QString, delivery::LinkFinding> m_findings;  ///< by link as written
};

}  // namespace heliograph::ui
