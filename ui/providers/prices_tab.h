// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "items/price_list_model.h"
#include "ui/providers/price_provider_delegate.h"
#include "ui/services.h"
#include "ui/widgets/label.h"

class QStackedWidget;

namespace heliograph::ui {

class Button;
class PlainTable;
class PriceForm;

/// What a part of a text costs, by country, beginning of the number and provider: edited in place, added in a row of
/// fields, taken from a CSV file and written to one. Countries of the contacts without a price stand first.
class PricesTab final : public QWidget {
  Q_OBJECT
 public:
  explicit PricesTab(Services& services, QWidget* parent = nullptr);

  void refresh();
  /// Puts the focus where the next price is entered.
  void add();
  /// Prices there are.
  [[nodiscard]] int count() const { return m_count; }

 Q_SIGNALS:
  void changed();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Loaded;
  [[nodiscard]] static Result<Loaded> load(const Services& services);

  QWidget* makeTable();
  QWidget* makeEmpty();
  QWidget* makeFoot();
  void showLoaded(const Loaded& loaded);
  void store(const items::PriceRow& row, const providers::Price& price);
  void removeSelected();
  void chooseFile();
  void importFile(const QString& path);
  void chooseTarget();
  void exportFile(const QString& path);
  void finish(const Result<>& done, const QString& words);
  void say(const QString& words, Ink ink);

  Services& m_services;
  items::PriceListModel m_model;
  PriceProviderDelegate* m_providerCells;
  PriceForm* m_form;
  QStackedWidget* m_stack;
  PlainTable* m_table;
  Label* m_missing;
  Label* m_note;
  Button* m_remove;
  Button* m_export;
  int m_count = 0;
  int m_gaps = 0;        ///< rows without a price at the last look; they stand first
  bool m_stale = false;  ///< something changed while a cell was edited
};

}  // namespace heliograph::ui
