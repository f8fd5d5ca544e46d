// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "providers/prices/price.h"
#include "ui/providers/price_provider_delegate.h"

class QComboBox;
class QLineEdit;

namespace heliograph::ui {

/// The row for a new price: country, beginning of the number, provider, price, currency.
class PriceForm final : public QWidget {
  Q_OBJECT
 public:
  explicit PriceForm(QWidget* parent = nullptr);

  void setProviders(const ProviderNames& names);
  /// The currency that is most likely meant, as long as nobody has typed another.
  void suggestCurrency(const QString& code);
  /// Empties the price for the next one and leads back to the country.
  void clear();
  void focusFirst();

 Q_SIGNALS:
  void priceEntered(const heliograph::providers::Price& price);
  /// What was entered can't be used.
  void refused(const QString& why);

 private:
  void fillCountries();
  void showPrefix();
  void submit();

  QComboBox* m_country;
  QLineEdit* m_prefix;
  QComboBox* m_provider;
  QLineEdit* m_amount;
  QLineEdit* m_currency;
};

}  // namespace heliograph::ui
