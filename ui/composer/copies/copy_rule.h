// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "campaign/variants.h"
#include "delivery/check/check_report.h"
#include "ui/services.h"

class QComboBox;
class QSpinBox;

namespace heliograph::ui {

class Button;
class CampaignDocument;
class Label;
class ValuesField;

/// Who gets which copy, in one row with its consequence in words: the size of a test and the time to wait, the shares
/// of a split, or the property and the value of the copy that is shown.
class CopyRule final : public QWidget {
  Q_OBJECT
 public:
  CopyRule(Services& services, CampaignDocument& document, QWidget* parent = nullptr);

  /// Shows the rule as it is now.
  void load();
  /// Says what it comes to.
  void showPeople(const delivery::CheckReport& report);
  /// The names of what is known of people.
  void setProperties(const QStringList& properties);
  /// Whether what it is sent through tells who followed a link, so that clicks can choose the winner.
  void setTellsClicks(bool tellsClicks);
  /// Puts the caret where a value is added.
  void focusNewValue();
  /// Puts the caret where the rule begins.
  void focusFirst();

 private:
  void makeTest();
  void makeWinner();
  void makeProperty();
  void makeValue();
  void loadTest();
  void loadWinner();
  void loadShares();
  void loadProperty();
  void change(const std::function<void(campaign::Variants&)>& edit);
  void takeTestSize();
  void addValue();
  void renameValue();
  void lookUpValues();

  Services& m_services;
  CampaignDocument& m_document;
  QStringList m_properties;
  bool m_tellsClicks = false;
  QString m_valuesOf;  ///< the property whose values are offered
  QWidget* m_test;
  QSpinBox* m_testSize;
  QComboBox* m_testUnit;
  Label* m_askWords = nullptr;
  QComboBox* m_winnerBy;
  QComboBox* m_wait;
  QComboBox* m_tie;
  Label* m_winnerNote;
  QWidget* m_shares;
  std::vector<QSpinBox*> m_shareBoxes;
  Label* m_firstShare;
  QWidget* m_property;
  QComboBox* m_propertyName;
  ValuesField* m_newValue;
  Button* m_addValue;
  QWidget* m_valueRow;
  ValuesField* m_value;
  Label* m_words;
};

}  // namespace heliograph::ui
