// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

#include "campaign/issue.h"
#include "editors/property_choice.h"
#include "providers/routes/asked_fields.h"

class QGridLayout;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace heliograph::ui {

class CampaignDocument;
class FieldSheet;
class LinkButton;

/// The approved template of the copy that is edited: its ID, its text, and its variables in their sentence.
class TemplateFields final : public QWidget {
  Q_OBJECT
 public:
  explicit TemplateFields(CampaignDocument& document, QWidget* parent = nullptr);

  /// Shows what the providers ask for of it, if anything; `usable` offers to write the approved text as the message.
  void show(const providers::AskedFields& asked, const std::vector<campaign::Issue>& issues, bool usable);
  using QWidget::show;
  void setProperties(const std::vector<editors::PropertyChoice>& properties);
  /// Puts the focus into a field by its name in issues; false if it isn't here.
  bool focusField(const QString& place);
  void focusFirst();

 Q_SIGNALS:
  /// The approved text is to be the message.
  void useRequested(const QByteArray& source);

 private:
  /// What the variables' fields are made for.
  struct Shape {
    bool variables = false;
    int copy = 0;
    QStringList sentence;  ///< fixed words and places of the approved text
    int count = 0;
    bool operator==(const Shape&) const = default;
  };

  void arrange();
  [[nodiscard]] Shape shapeOf(const providers::AskedFields& asked) const;
  void build(QVBoxLayout& column);
  void buildSentence(QVBoxLayout& column);
  void buildRows(QVBoxLayout& column);
  void buildRow(QGridLayout& grid, int row);
  [[nodiscard]] QWidget* makeVariable(int number);
  void use();

  CampaignDocument& m_document;
  Shape m_shape;
  QLineEdit* m_id;
  QPlainTextEdit* m_approved;
  LinkButton* m_use;
  FieldSheet* m_variables;
};

}  // namespace heliograph::ui
