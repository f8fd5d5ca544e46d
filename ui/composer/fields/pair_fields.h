// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

#include "campaign/issue.h"
#include "campaign/provider_fields.h"
#include "editors/property_choice.h"
#include "providers/routes/asked_fields.h"

class QGridLayout;
class QVBoxLayout;

namespace heliograph::ui {

class CampaignDocument;
class FieldSheet;

/// The named values of the copy that is edited, in the blocks in which the providers ask for them: of each message, of
/// headers, and those that are sent once for many people.
class PairFields final : public QWidget {
  Q_OBJECT
 public:
  explicit PairFields(CampaignDocument& document, QWidget* parent = nullptr);

  void show(const providers::AskedFields& asked, const std::vector<campaign::Issue>& issues);
  using QWidget::show;
  void setProperties(const std::vector<editors::PropertyChoice>& properties);
  /// Puts the focus into a field by its name in issues, or into the first one of its block; false if it isn't here.
  bool focusField(const QString& place);
  void focusFirst();

 private:
  using Fields = campaign::ProviderFields;
  struct Block {
    QString place;
    std::vector<campaign::KeyValue> Fields::*member;
    QStringList keys;
    bool personal = true;
    QString title;
    QString hint;
  };
  /// What the fields are made for.
  struct Shape {
    providers::AskedFields asked;
    int copy = 0;
    QStringList own;  ///< block and number of each own pair
    bool operator==(const Shape&) const = default;
  };

  [[nodiscard]] Shape shapeOf(const providers::AskedFields& asked) const;
  void build(QVBoxLayout& column);
  void buildBlock(const Block& block, QVBoxLayout& column);
  void buildAsked(const Block& block, QGridLayout& grid, int row, const QString& name);
  void buildOwn(const Block& block, QGridLayout& grid, int row, std::size_t number);
  void buildAdd(const Block& block, QVBoxLayout& column, std::size_t number);

  CampaignDocument& m_document;
  Shape m_shape;
  FieldSheet* m_sheet;
};

}  // namespace heliograph::ui
